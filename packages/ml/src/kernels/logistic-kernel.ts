import { LOGISTIC_WASM } from "./logistic-wasm.js";
import { growMemory, instantiate, type WasmMemory } from "./wasm-module.js";

/** The sums over the columns' products take 16 bytes each: 256 MB for this many columns. */
const MOST_COLUMNS = 4_000;

/** Exports of wasm/logistic.ts. */
interface Exports {
  readonly memory: WasmMemory;
  layOut(padded: number): number;
  blockRows(): number;
  columnsAt(): number;
  parametersAt(): number;
  targetsAt(): number;
  weightsAt(): number;
  residualsAt(): number;
  curvaturesAt(): number;
  sumsAt(): number;
  lostAt(): number;
  clearSums(): void;
  addBlock(intercept: number, withHessian: boolean): void;
  predictLogOdds(intercept: number): void;
  predictProbabilities(intercept: number): void;
  expAndLog1p(at: number): void;
}

/** The WebAssembly of logistic regression: its functions, and views of its memory, which holds one block of rows at a time. */
export interface LogisticKernel {
  readonly functions: Exports;
  /** Rows of a block. */
  readonly rows: number;
  /** Columns in memory: those of the table, a column of ones, and zeros up to a multiple of 3. */
  readonly padded: number;
  readonly columns: readonly Float64Array[];
  /** One for each of `columns`. */
  readonly parameters: Float64Array;
  readonly target: Uint16Array;
  readonly weights: Float64Array;
  readonly residuals: Float64Array;
  readonly curvatures: Float64Array;
  /** Loss, residuals, squared residuals, curvature; the gradient; the Hessian by rows. */
  readonly sums: Float64Array;
  /** What rounding took from each of `sums`. */
  readonly lost: Float64Array;
}

/**
 * A kernel with memory for a table of p columns.
 * @returns undefined where WebAssembly or its memory is missing, or the table has too many columns
 */
export function logisticKernel(p: number): LogisticKernel | undefined {
  const functions = p <= MOST_COLUMNS ? instantiate<Exports>(LOGISTIC_WASM) : undefined;
  if (functions === undefined) return undefined;
  const padded = 3 * Math.ceil((p + 1) / 3);
  const bytes = functions.layOut(padded) >>> 0;
  if (!growMemory(functions.memory, bytes)) return undefined;
  const { buffer } = functions.memory;
  const rows = functions.blockRows();
  const numbers = (at: number, length: number) => new Float64Array(buffer, at, length);
  const columns = Array.from({ length: padded }, (_, j) =>
    numbers(functions.columnsAt() + 8 * rows * j, rows),
  );
  columns[p]?.fill(1);
  const count = 4 + padded + padded * padded;
  return {
    functions,
    rows,
    padded,
    columns,
    parameters: numbers(functions.parametersAt(), padded),
    target: new Uint16Array(buffer, functions.targetsAt(), rows),
    weights: numbers(functions.weightsAt(), rows),
    residuals: numbers(functions.residualsAt(), rows),
    curvatures: numbers(functions.curvaturesAt(), rows),
    sums: numbers(functions.sumsAt(), count),
    lost: numbers(functions.lostAt(), count),
  };
}

/**
 * Copies rows of each column into the kernel's memory; a block that is not full is completed with zeros.
 * @param end excluded; at most `kernel.rows` rows after start
 */
export function loadRows(
  kernel: LogisticKernel,
  columns: readonly Float64Array[],
  start: number,
  end: number,
): void {
  columns.forEach((column, j) => {
    const loaded = kernel.columns[j];
    loaded?.set(column.subarray(start, end));
    if (end - start < kernel.rows) loaded?.fill(0, end - start);
  });
}
