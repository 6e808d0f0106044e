import type { NumericColumn } from "../columns.js";
import { type ColumnKernel, columnKernel } from "./column-kernel.js";

/** Squares below this may have lost digits or be 0. */
const SMALLEST_SQUARES = 1e-200;

/** Moments of a column. */
export interface ColumnMoments {
  readonly mean: number;
  /** With n in the denominator. */
  readonly variance: number;
  /** Σ weight · value². */
  readonly weightedSquares: number;
}

interface ShiftedSums {
  readonly differences: number;
  readonly squares: number;
  readonly weightedSquares: number;
}

/**
 * The moments of a large column by WebAssembly, mostly in one pass. Where there are any, the column's numbers are finite.
 * @param weights n numbers; all 1 when undefined
 * @returns undefined for a small column, without WebAssembly, for NaN or infinity, or where squares are out of range
 * @see Chan, Golub, LeVeque (1983), Algorithms for computing the sample variance: shifted data
 */
export function columnMoments(column: NumericColumn, weights?: Float64Array): ColumnMoments | undefined {
  const n = column.length;
  const kernel = columnKernel(n);
  if (kernel === undefined) return undefined;
  let shift = meanOfFirst(column, kernel.rows.length);
  let sums = shiftedSums(kernel, column, weights, shift);
  // Far from the mean, as in a sorted column, digits would cancel: once more around the mean itself.
  if ((sums.differences / n) * sums.differences > sums.squares / 16) {
    shift += sums.differences / n;
    sums = shiftedSums(kernel, column, weights, shift);
  }
  const { differences, squares, weightedSquares } = sums;
  const inRange = weightedSquares > SMALLEST_SQUARES && Number.isFinite(squares + weightedSquares);
  if (!inRange) return undefined;
  const variance = Math.max(0, (squares - (differences / n) * differences) / n);
  return { mean: shift + differences / n, variance, weightedSquares };
}

function shiftedSums(
  { functions, rows, weights: blockWeights, sums }: ColumnKernel,
  column: NumericColumn,
  weights: Float64Array | undefined,
  shift: number,
): ShiftedSums {
  functions.clearSums();
  blockWeights.fill(1);
  const whole = column.length - (column.length % rows.length);
  for (let start = 0; start < whole; start += rows.length) {
    rows.set(column.subarray(start, start + rows.length));
    if (weights !== undefined) blockWeights.set(weights.subarray(start, start + rows.length));
    functions.addMoments(shift);
  }
  let differences = (sums[0] ?? 0) + (sums[3] ?? 0);
  let squares = (sums[1] ?? 0) + (sums[4] ?? 0);
  let weightedSquares = (sums[2] ?? 0) + (sums[5] ?? 0);
  for (let i = whole; i < column.length; i++) {
    const value = column[i] ?? 0;
    differences += value - shift;
    squares += (value - shift) ** 2;
    weightedSquares += (weights?.[i] ?? 1) * value * value;
  }
  return { differences, squares, weightedSquares };
}

function meanOfFirst(column: NumericColumn, count: number): number {
  let mean = 0;
  for (let i = 0; i < count; i++) mean += (column[i] ?? 0) / count;
  return mean;
}
