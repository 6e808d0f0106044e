import type { Label, Labels } from "../labels.js";
import { requireSampleWeight } from "../sample-weight.js";
import {
  areClassScores,
  classScoreColumns,
  type MulticlassOptions,
  requireProbabilities,
} from "./class-score-columns.js";
import { probabilityPairs } from "./probability-pairs.js";
import { type MetricOptions, meanOfRows } from "./sample-weights.js";

/**
 * Mean squared difference between probability and outcome (1 or 0): 0 is best, 1 is worst.
 * @param yTrue n ≥ 1 labels of two classes
 * @param yProb n probabilities of the positive class, from 0 to 1
 * @param posLabel the positive class. Default: the greater of the two labels
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {OneClassError} when yTrue holds one class only
 * @throws {NotFiniteError | InvalidParameterError} for a probability that is not a number from 0 to 1
 * @see scikit-learn, metrics.brier_score_loss
 */
export function brierScoreLoss(
  yTrue: Labels,
  yProb: ArrayLike<number>,
  options?: MetricOptions & { readonly posLabel?: Label },
): number;
/**
 * The same for any number of classes: the sum over the classes, from 0 to 2 where there are three or more. Of two classes it is
 * half the sum, as above.
 * @param yTrue n ≥ 1 labels
 * @param yProb one array of n probabilities for each class, as `predictProba` returns
 * @throws {ShapeError} when lengths differ, there are no rows, or there is not one array for each class
 * @throws {NotFiniteError | InvalidParameterError} for probabilities that do not add up to 1 in each row, or labels that are not
 *   those of yTrue
 * @see scikit-learn ≥ 1.7, metrics.brier_score_loss with scale_by_half="auto"
 */
export function brierScoreLoss(
  yTrue: Labels,
  yProb: readonly ArrayLike<number>[],
  options?: MetricOptions & MulticlassOptions,
): number;
export function brierScoreLoss(
  yTrue: Labels,
  yProb: ArrayLike<number> | readonly ArrayLike<number>[],
  { posLabel, labels, sampleWeight }: MetricOptions & MulticlassOptions & { readonly posLabel?: Label } = {},
): number {
  requireSampleWeight(sampleWeight, yTrue.length);
  if (areClassScores(yProb)) {
    const { codes } = classScoreColumns("brierScoreLoss", yTrue, yProb, labels);
    requireProbabilities(yProb);
    const score = meanOfRows(
      codes.length,
      (row) => squaredDistance(yProb, codes[row] ?? 0, row),
      sampleWeight,
    );
    return yProb.length < 3 ? score / 2 : score;
  }
  const isPositive = probabilityPairs("brierScoreLoss", yTrue, yProb, posLabel);
  const squared = (row: number) => ((isPositive[row] ?? 0) - (yProb[row] ?? 0)) ** 2;
  if (sampleWeight !== undefined) return meanOfRows(isPositive.length, squared, sampleWeight);
  let sum = 0;
  for (let row = 0; row < isPositive.length; row++) sum += squared(row);
  return sum / isPositive.length;
}

function squaredDistance(yProb: readonly ArrayLike<number>[], code: number, row: number): number {
  let sum = 0;
  for (let i = 0; i < yProb.length; i++) sum += ((i === code ? 1 : 0) - (yProb[i]?.[row] ?? 0)) ** 2;
  return sum;
}
