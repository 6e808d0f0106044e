import type { Label, Labels } from "../labels.js";
import { probabilityPairs } from "./probability-pairs.js";

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
  { posLabel }: { readonly posLabel?: Label } = {},
): number {
  const isPositive = probabilityPairs("brierScoreLoss", yTrue, yProb, posLabel);
  let sum = 0;
  for (let row = 0; row < isPositive.length; row++) sum += ((isPositive[row] ?? 0) - (yProb[row] ?? 0)) ** 2;
  return sum / isPositive.length;
}
