import { regressionPairs } from "./regression-pairs.js";
import { type MetricOptions, meanOfRows } from "./sample-weights.js";

/**
 * Mean of the squared differences of actual and predicted numbers, in the square of the target's unit: 0 is best.
 * @param yTrue n ≥ 1 finite numbers
 * @param yPred n predicted numbers of the same rows
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {NotFiniteError | InvalidParameterError} for a number that is not finite, or weights that are none
 * @see scikit-learn, metrics.mean_squared_error
 */
export function meanSquaredError(
  yTrue: ArrayLike<number>,
  yPred: ArrayLike<number>,
  { sampleWeight }: MetricOptions = {},
): number {
  return meanOfSquares("meanSquaredError", yTrue, yPred, sampleWeight);
}

/**
 * Square root of the mean squared difference, in the target's unit: 0 is best. Large errors weigh more than in the mean
 * absolute error.
 * @param yTrue n ≥ 1 finite numbers
 * @param yPred n predicted numbers of the same rows
 * @throws as `meanSquaredError` does
 * @see scikit-learn, metrics.root_mean_squared_error
 */
export function rootMeanSquaredError(
  yTrue: ArrayLike<number>,
  yPred: ArrayLike<number>,
  { sampleWeight }: MetricOptions = {},
): number {
  return Math.sqrt(meanOfSquares("rootMeanSquaredError", yTrue, yPred, sampleWeight));
}

function meanOfSquares(
  metric: string,
  yTrue: ArrayLike<number>,
  yPred: ArrayLike<number>,
  sampleWeight: ArrayLike<number> | undefined,
): number {
  const { n, residual } = regressionPairs(metric, yTrue, yPred, sampleWeight);
  return meanOfRows(n, (row) => residual(row) ** 2, sampleWeight);
}
