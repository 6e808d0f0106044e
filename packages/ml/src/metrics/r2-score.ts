import { regressionPairs } from "./regression-pairs.js";
import { type MetricOptions, meanOfRows } from "./sample-weights.js";

/**
 * Coefficient of determination, 1 − Σ (actual − predicted)² / Σ (actual − mean)²: 1 is best, 0 is as good as the mean of
 * these rows, below 0 is worse.
 *
 * Where the target is constant the ratio is undefined. As in scikit-learn the score then is 1 if all predictions are right, else 0.
 * @param yTrue n ≥ 2 finite numbers
 * @param yPred n predicted numbers of the same rows
 * @throws {ShapeError} when lengths differ or there are fewer than two rows
 * @throws {NotFiniteError | InvalidParameterError} for a number that is not finite, or weights that are none
 * @see scikit-learn, metrics.r2_score
 */
export function r2Score(
  yTrue: ArrayLike<number>,
  yPred: ArrayLike<number>,
  { sampleWeight }: MetricOptions = {},
): number {
  const { n, actual, residual } = regressionPairs("r2Score", yTrue, yPred, sampleWeight, 2);
  return shareExplained(
    meanOfRows(n, (row) => residual(row) ** 2, sampleWeight),
    varianceOfRows(n, actual, sampleWeight),
  );
}

/**
 * Share of the target's variance that the predictions explain: as `r2Score`, but a constant offset of all predictions does
 * not count.
 * @param yTrue n ≥ 2 finite numbers
 * @param yPred n predicted numbers of the same rows
 * @throws as `r2Score` does
 * @see scikit-learn, metrics.explained_variance_score
 */
export function explainedVarianceScore(
  yTrue: ArrayLike<number>,
  yPred: ArrayLike<number>,
  { sampleWeight }: MetricOptions = {},
): number {
  const { n, actual, residual } = regressionPairs("explainedVarianceScore", yTrue, yPred, sampleWeight, 2);
  return shareExplained(varianceOfRows(n, residual, sampleWeight), varianceOfRows(n, actual, sampleWeight));
}

/** The variance; exactly 0 where all rows of a weight above 0 have the same number, whose mean may be rounded. */
function varianceOfRows(
  n: number,
  valueAt: (row: number) => number,
  sampleWeight: ArrayLike<number> | undefined,
): number {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < n; row++) {
    if (sampleWeight?.[row] === 0) continue;
    const value = valueAt(row);
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (least === greatest) return 0;
  const mean = meanOfRows(n, valueAt, sampleWeight);
  return meanOfRows(n, (row) => (valueAt(row) - mean) ** 2, sampleWeight);
}

function shareExplained(unexplained: number, variance: number): number {
  if (unexplained === 0) return 1;
  return variance === 0 ? 0 : 1 - unexplained / variance;
}
