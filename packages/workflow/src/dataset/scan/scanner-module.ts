import { CSV_SCANNER_WASM } from "./csv-scanner-wasm.js";

/** Of WebAssembly, which Node's types leave out. Undefined with `node --jitless`. */
declare const WebAssembly:
  | {
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object) => { readonly exports: ScannerModule };
    }
  | undefined;

interface Global<Value> {
  readonly value: Value;
}

/** What packages/workflow/wasm/csv-scanner.ts exports. Places are addresses in its memory. */
export interface ScannerModule {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  setup(
    plan: number,
    width: number,
    powersOfTen: number,
    powersOfFive: number,
    marks: number,
    delimiter: number,
  ): void;
  scan(at: number, limit: number, window: number, fromRow: number, toRow: number): number;
  readonly row: Global<number>;
  /** 1 or 0. */
  readonly isUnusual: Global<number>;
  readonly newText: Global<number>;
  readonly newTextFrom: Global<number>;
  readonly newTextTo: Global<number>;
  addText(table: number, from: number, to: number): number;
  textTableSize(): number;
}

let compiled: object | undefined;

/** The compiled WebAssembly; undefined where Node has none with SIMD. */
export function compiledScanner(): object | undefined {
  if (typeof WebAssembly === "undefined") return undefined;
  try {
    compiled ??= new WebAssembly.Module(Buffer.from(CSV_SCANNER_WASM, "base64"));
  } catch {}
  return compiled;
}

/** A scanner with a memory of its own; undefined where Node has no WebAssembly with SIMD. */
export function scannerModule(): ScannerModule | undefined {
  const module = compiledScanner();
  return module === undefined || typeof WebAssembly === "undefined"
    ? undefined
    : new WebAssembly.Instance(module).exports;
}
