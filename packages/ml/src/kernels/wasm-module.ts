/** What this package uses of the global object, which Node's types of version 20 leave out. Undefined with `node --jitless`. */
declare const WebAssembly:
  | {
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new <Exports>(module: object) => { readonly exports: Exports };
    }
  | undefined;

/** Memory that a module exports. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  /** Adds pages of 64 KiB. */
  grow(pages: number): number;
}

/** Rows from which on WebAssembly is worth its start. Smaller tables are computed in JavaScript. */
export const KERNEL_ROWS = 10_000;

const PAGE = 65_536;

const compiled = new Map<string, object>();

/**
 * A new instance of a module without imports, which is compiled once.
 * @param base64 its bytes
 * @returns undefined where this machine has no WebAssembly with SIMD
 */
export function instantiate<Exports>(base64: string): Exports | undefined {
  if (typeof WebAssembly === "undefined") return undefined;
  try {
    const module = compiled.get(base64) ?? new WebAssembly.Module(Buffer.from(base64, "base64"));
    compiled.set(base64, module);
    return new WebAssembly.Instance<Exports>(module).exports;
  } catch {
    return undefined;
  }
}

/**
 * Makes the memory of a new instance this large.
 * @returns whether the machine has such memory
 */
export function growMemory(memory: WasmMemory, bytes: number): boolean {
  try {
    memory.grow(Math.ceil((bytes - memory.buffer.byteLength) / PAGE));
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
