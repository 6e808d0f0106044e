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
 * Mean of −log of the probability predicted for the actual outcome: 0 is best. Probabilities are clipped to 2.2e-16 from
 * 0 and 1, so that a wrong prediction of 0 or 1 costs 36, not infinity.
 * @param yTrue n ≥ 1 labels of two classes
 * @param yProb n probabilities of the positive class, from 0 to 1
 * @param posLabel the positive class. Default: the greater of the two labels
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {OneClassError} when yTrue holds one class only
 * @throws {NotFiniteError | InvalidParameterError} for a probability that is not a number from 0 to 1
 * @see scikit-learn, metrics.log_loss
 */
export function logLoss(
  yTrue: Labels,
  yProb: ArrayLike<number>,
  options?: MetricOptions & { readonly posLabel?: Label },
): number;
/**
 * The same for any number of classes. Guessing each of k classes alike has log k.
 * @param yTrue n ≥ 1 labels
 * @param yProb one array of n probabilities for each class, as `predictProba` returns
 * @throws {ShapeError} when lengths differ, there are no rows, or there is not one array for each class
 * @throws {NotFiniteError | InvalidParameterError} for probabilities that do not add up to 1 in each row, or labels that are not
 *   those of yTrue
 */
export function logLoss(
  yTrue: Labels,
  yProb: readonly ArrayLike<number>[],
  options?: MetricOptions & MulticlassOptions,
): number;
export function logLoss(
  yTrue: Labels,
  yProb: ArrayLike<number> | readonly ArrayLike<number>[],
  { posLabel, labels, sampleWeight }: MetricOptions & MulticlassOptions & { readonly posLabel?: Label } = {},
): number {
  requireSampleWeight(sampleWeight, yTrue.length);
  if (areClassScores(yProb)) {
    const { codes } = classScoreColumns("logLoss", yTrue, yProb, labels);
    requireProbabilities(yProb);
    const lossOf = (row: number) => -Math.log(clipped(yProb[codes[row] ?? 0]?.[row] ?? 0));
    return meanOfRows(codes.length, lossOf, sampleWeight);
  }
  const isPositive = probabilityPairs("logLoss", yTrue, yProb, posLabel);
  const lossOf = (row: number) => {
    const probability = clipped(yProb[row] ?? 0);
    return isPositive[row] === 1 ? -Math.log(probability) : -Math.log1p(-probability);
  };
  if (sampleWeight !== undefined) return meanOfRows(isPositive.length, lossOf, sampleWeight);
  let sum = 0;
  for (let row = 0; row < isPositive.length; row++) sum += lossOf(row);
  return sum / isPositive.length;
}

function clipped(probability: number): number {
  return Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON);
}
