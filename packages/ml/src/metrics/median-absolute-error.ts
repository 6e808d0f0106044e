import { medianInPlace } from "../preprocessing/median.js";
import { regressionPairs } from "./regression-pairs.js";
import type { MetricOptions } from "./sample-weights.js";
import { weightedMedian } from "./weighted-median.js";

/**
 * Median of the absolute differences of actual and predicted numbers, in the target's unit: half of the rows are predicted
 * at least so well. A few huge errors do not change it.
 * @param yTrue n ≥ 1 finite numbers
 * @param yPred n predicted numbers of the same rows
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {NotFiniteError | InvalidParameterError} for a number that is not finite, or weights that are none
 * @see scikit-learn, metrics.median_absolute_error
 */
export function medianAbsoluteError(
  yTrue: ArrayLike<number>,
  yPred: ArrayLike<number>,
  { sampleWeight }: MetricOptions = {},
): number {
  const { n, residual } = regressionPairs("medianAbsoluteError", yTrue, yPred, sampleWeight);
  const errors = new Float64Array(n);
  for (let row = 0; row < n; row++) errors[row] = Math.abs(residual(row));
  return sampleWeight === undefined ? medianInPlace(errors) : weightedMedian(errors, sampleWeight);
}
