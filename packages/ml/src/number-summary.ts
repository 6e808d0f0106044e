import type { NumericColumn } from "./columns.js";

/** What a column of numbers holds. Without any number, `mean`, `min` and `max` are NaN. */
export interface NumberSummary {
  /** Cells that are NaN; everything else is about the others. */
  readonly missing: number;
  readonly zeros: number;
  readonly mean: number;
  /** Standard deviation, n − 1 in the denominator; NaN for less than two numbers. */
  readonly std: number;
  readonly min: number;
  readonly max: number;
}

/** Mean, standard deviation, range, zeros and missing cells of a column, in two passes and without a copy. */
export function summarizeNumbers(column: NumericColumn): NumberSummary {
  let missing = 0;
  let zeros = 0;
  let total = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < column.length; row++) {
    const value = column[row] ?? Number.NaN;
    if (Number.isNaN(value)) {
      missing++;
      continue;
    }
    total += value;
    if (value === 0) zeros++;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const count = column.length - missing;
  const mean = total / count;
  let squares = 0;
  for (let row = 0; row < column.length; row++) {
    const value = column[row] ?? Number.NaN;
    if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  }
  if (count === 0) [min, max] = [Number.NaN, Number.NaN];
  return { missing, zeros, mean, std: count > 1 ? Math.sqrt(squares / (count - 1)) : Number.NaN, min, max };
}
