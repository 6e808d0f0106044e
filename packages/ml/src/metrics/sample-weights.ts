import { blockSum } from "../linear-model/block-sum.js";

/** What a metric takes besides the rows. */
export interface MetricOptions {
  /** One weight ≥ 0 for each row, as if the row stood in the table that many times. Default: 1 each. */
  readonly sampleWeight?: ArrayLike<number> | undefined;
}

/**
 * The mean of one number for each row, weighted if there are weights. The rounding error does not grow with n.
 * @param n number of rows, ≥ 1
 * @param valueAt the number of a row, counted from 0
 * @param sampleWeight checked by `requireSampleWeight`
 */
export function meanOfRows(
  n: number,
  valueAt: (row: number) => number,
  sampleWeight?: ArrayLike<number>,
): number {
  if (sampleWeight === undefined) return sumOfRows(n, valueAt) / n;
  const weightOf = (row: number) => sampleWeight[row] ?? 0;
  return sumOfRows(n, (row) => weightOf(row) * valueAt(row)) / sumOfRows(n, weightOf);
}

function sumOfRows(n: number, valueAt: (row: number) => number): number {
  return blockSum(n, (start, end) => {
    let sum = 0;
    for (let row = start; row < end; row++) sum += valueAt(row);
    return sum;
  });
}
