import { InvalidParameterError, NotFiniteError, ShapeError } from "../errors.js";
import { blockSum } from "../linear-model/block-sum.js";

/** What a metric takes besides the rows. */
export interface MetricOptions {
  /** One weight ≥ 0 for each row, as if the row stood in the table that many times. Default: 1 each. */
  readonly sampleWeight?: ArrayLike<number> | undefined;
}

/**
 * Checks that there is one weight for each row.
 * @param metric names the caller in the error
 * @param sampleWeight nothing is checked when it is undefined
 * @throws {ShapeError} unless there are n weights
 * @throws {NotFiniteError} naming the row of the first weight that is NaN or infinite
 * @throws {InvalidParameterError} when a weight is negative, or all are 0
 */
export function requireWeights(metric: string, sampleWeight: ArrayLike<number> | undefined, n: number): void {
  if (sampleWeight === undefined) return;
  if (sampleWeight.length !== n) {
    throw new ShapeError(
      `${metric}: found ${sampleWeight.length} weights for ${n} rows. Expected one for each.`,
    );
  }
  let total = 0;
  for (let row = 0; row < n; row++) {
    const weight = sampleWeight[row] ?? Number.NaN;
    if (!Number.isFinite(weight)) throw new NotFiniteError("sampleWeight", row + 1, weight);
    if (weight < 0) {
      throw new InvalidParameterError(
        `sampleWeight, row ${row + 1} (counted from 1)`,
        weight,
        "a number ≥ 0",
      );
    }
    total += weight;
  }
  if (!(total > 0))
    throw new InvalidParameterError("sampleWeight", "only zeros", "at least one weight above 0");
}

/**
 * The mean of one number for each row, weighted if there are weights. The rounding error does not grow with n.
 * @param n number of rows, ≥ 1
 * @param valueAt the number of a row, counted from 0
 * @param sampleWeight checked by `requireWeights`
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
