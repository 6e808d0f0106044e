import type { Label, Labels } from "../labels.js";
import { probabilityPairs } from "./probability-pairs.js";

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
  { posLabel }: { readonly posLabel?: Label } = {},
): number {
  const isPositive = probabilityPairs("logLoss", yTrue, yProb, posLabel);
  let sum = 0;
  for (let row = 0; row < isPositive.length; row++) {
    const probability = Math.min(Math.max(yProb[row] ?? 0, Number.EPSILON), 1 - Number.EPSILON);
    sum -= isPositive[row] === 1 ? Math.log(probability) : Math.log1p(-probability);
  }
  return sum / isPositive.length;
}
