import { KERNEL_ROWS, loadRows, logisticKernel } from "./logistic-kernel.js";

/** Squares below this may have lost digits or be 0. */
const SMALLEST_SQUARES = 1e-200;

/** Moments of a column, exact enough to choose how to treat it. */
export interface ColumnMoments {
  readonly mean: number;
  /** With n in the denominator. */
  readonly variance: number;
  /** Σ weight · value². */
  readonly weightedSquares: number;
}

/**
 * The moments of a large column in one pass, by WebAssembly.
 * @param column n finite numbers
 * @param weights n numbers; all 1 when undefined
 * @returns undefined for a small column, without WebAssembly, or where a square is out of range
 */
export function columnMoments(column: Float64Array, weights?: Float64Array): ColumnMoments | undefined {
  const n = column.length;
  const kernel = n >= KERNEL_ROWS ? logisticKernel(1) : undefined;
  if (kernel === undefined) return undefined;
  const { functions, rows, sums, lost } = kernel;
  // Variance is at least shift² / n of the shifted numbers: n · ε of its digits are lost at most.
  const shift = column[0] ?? 0;
  const whole = n - (n % rows);
  functions.clearSums();
  kernel.weights.fill(1);
  for (let start = 0; start < whole; start += rows) {
    loadRows(kernel, [column], start, start + rows);
    if (weights !== undefined) kernel.weights.set(weights.subarray(start, start + rows));
    functions.addMoments(shift);
  }
  const total = (index: number) => (sums[index] ?? 0) + (lost[index] ?? 0);
  let [differences, squares, weightedSquares] = [total(0), total(1), total(2)];
  for (let i = whole; i < n; i++) {
    const value = column[i] ?? 0;
    differences += value - shift;
    squares += (value - shift) ** 2;
    weightedSquares += (weights?.[i] ?? 1) * value * value;
  }
  if (
    !(weightedSquares > SMALLEST_SQUARES && squares < Number.MAX_VALUE && weightedSquares < Number.MAX_VALUE)
  ) {
    return undefined;
  }
  const variance = Math.max(0, (squares - (differences / n) * differences) / n);
  return { mean: shift + differences / n, variance, weightedSquares };
}
