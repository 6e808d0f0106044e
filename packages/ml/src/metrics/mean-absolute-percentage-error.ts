import { regressionPairs } from "./regression-pairs.js";
import { type MetricOptions, meanOfRows } from "./sample-weights.js";

/**
 * Mean of |actual − predicted| / |actual|, as a share: 0.1 is 10 %. Not bounded by 1.
 *
 * A row whose target is 0 has no such share. As in scikit-learn it is divided by 2.2e-16 instead, so that one such row
 * makes the mean astronomically large: do not show it for a target that has zeros.
 * @param yTrue n ≥ 1 finite numbers
 * @param yPred n predicted numbers of the same rows
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {NotFiniteError | InvalidParameterError} for a number that is not finite, or weights that are none
 * @see scikit-learn, metrics.mean_absolute_percentage_error
 */
export function meanAbsolutePercentageError(
  yTrue: ArrayLike<number>,
  yPred: ArrayLike<number>,
  { sampleWeight }: MetricOptions = {},
): number {
  const pairs = regressionPairs("meanAbsolutePercentageError", yTrue, yPred, sampleWeight);
  const share = (row: number) =>
    Math.abs(pairs.residual(row)) / Math.max(Math.abs(pairs.actual(row)), Number.EPSILON);
  return meanOfRows(pairs.n, share, sampleWeight);
}
