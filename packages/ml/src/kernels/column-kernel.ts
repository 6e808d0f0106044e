import { COLUMN_WASM } from "./column-wasm.js";
import { growMemory, instantiate, KERNEL_ROWS, type WasmMemory } from "./wasm-module.js";

/** Exports of wasm/columns.ts. */
interface ColumnFunctions {
  readonly memory: WasmMemory;
  blockRows(): number;
  rowsAt(): number;
  weightsAt(): number;
  sumsAt(): number;
  memoryEnd(): number;
  clearSums(): void;
  addMoments(shift: number): void;
  scaleRows(mean: number, scale: number): number;
}

/** WebAssembly for one column: its functions, and views of its memory, which holds one block of rows at a time. */
export interface ColumnKernel {
  readonly functions: ColumnFunctions;
  readonly rows: Float64Array;
  readonly weights: Float64Array;
  /** Three sums, then what rounding took from each. */
  readonly sums: Float64Array;
}

let kernel: ColumnKernel | undefined;

/**
 * The kernel for a column of n rows.
 * @returns undefined for a small column, or without WebAssembly
 */
export function columnKernel(n: number): ColumnKernel | undefined {
  if (n < KERNEL_ROWS) return undefined;
  kernel ??= newKernel();
  return kernel;
}

function newKernel(): ColumnKernel | undefined {
  const functions = instantiate<ColumnFunctions>(COLUMN_WASM);
  if (functions === undefined || !growMemory(functions.memory, functions.memoryEnd())) return undefined;
  const { buffer } = functions.memory;
  const rows = functions.blockRows();
  return {
    functions,
    rows: new Float64Array(buffer, functions.rowsAt(), rows),
    weights: new Float64Array(buffer, functions.weightsAt(), rows),
    sums: new Float64Array(buffer, functions.sumsAt(), 6),
  };
}
