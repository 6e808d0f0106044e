import { regressionPairs } from "./regression-pairs.js";
import { type MetricOptions, meanOfRows } from "./sample-weights.js";

/**
 * Mean of the absolute differences of actual and predicted numbers, in the target's unit: 0 is best.
 * @param yTrue n ≥ 1 finite numbers
 * @param yPred n predicted numbers of the same rows
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {NotFiniteError | InvalidParameterError} for a number that is not finite, or weights that are none
 * @see scikit-learn, metrics.mean_absolute_error
 */
export function meanAbsoluteError(
  yTrue: ArrayLike<number>,
  yPred: ArrayLike<number>,
  { sampleWeight }: MetricOptions = {},
): number {
  const { n, residual } = regressionPairs("meanAbsoluteError", yTrue, yPred, sampleWeight);
  return meanOfRows(n, (row) => Math.abs(residual(row)), sampleWeight);
}
