import { ShapeError } from "../errors.js";
import { requireSampleWeight } from "../sample-weight.js";
import { requireFiniteScores, requirePairs } from "./check-pairs.js";

/** The true and the predicted number of a row, counted from 0. */
export interface RegressionPairs {
  readonly n: number;
  readonly actual: (row: number) => number;
  /** actual − predicted */
  readonly residual: (row: number) => number;
}

/**
 * Checks predicted numbers against true ones.
 * @param metric names the caller in the error
 * @param leastRows the least number of rows of which the metric is defined. Default: 1
 * @throws {ShapeError} when lengths differ or there are too few rows
 * @throws {NotFiniteError} naming the row of the first number that is NaN or infinite
 * @throws {InvalidParameterError} when a weight is negative, or all are 0
 */
export function regressionPairs(
  metric: string,
  yTrue: ArrayLike<number>,
  yPred: ArrayLike<number>,
  sampleWeight?: ArrayLike<number>,
  leastRows = 1,
): RegressionPairs {
  requirePairs(metric, yTrue, yPred);
  if (yTrue.length < leastRows) {
    throw new ShapeError(
      `${metric}: found ${yTrue.length} row(s), expected at least ${leastRows}: one row has no variance.`,
    );
  }
  requireFiniteScores("yTrue", yTrue);
  requireFiniteScores("yPred", yPred);
  requireSampleWeight(sampleWeight, yTrue.length);
  return {
    n: yTrue.length,
    actual: (row) => yTrue[row] ?? 0,
    residual: (row) => (yTrue[row] ?? 0) - (yPred[row] ?? 0),
  };
}
