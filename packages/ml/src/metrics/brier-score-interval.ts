import type { Label, Labels } from "../labels.js";
import { type Interval, standardErrorsFor } from "./interval.js";
import { probabilityPairs } from "./probability-pairs.js";
import { sampleMoments } from "./sample-moments.js";

/**
 * Confidence interval of the Brier score, cut to [0, 1]. The score is the mean of each row's squared error: its standard
 * error is their standard deviation (n − 1 in the denominator) divided by √n.
 * @param yTrue n ≥ 1 labels of two classes
 * @param yProb n probabilities of the positive class, from 0 to 1
 * @param posLabel the positive class. Default: the greater of the two labels
 * @param confidence in (0, 1). Default: 0.95
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {OneClassError} when yTrue holds one class only
 * @throws {NotFiniteError | InvalidParameterError} for a probability or confidence that is not a number in its range
 * @see Bradley, Schwartz & Hashino (2008), Weather and Forecasting 23:992–1006
 */
export function brierScoreInterval(
  yTrue: Labels,
  yProb: ArrayLike<number>,
  { posLabel, confidence = 0.95 }: { readonly posLabel?: Label; readonly confidence?: number } = {},
): Interval {
  const z = standardErrorsFor(confidence);
  const isPositive = probabilityPairs("brierScoreInterval", yTrue, yProb, posLabel);
  const n = isPositive.length;
  const errors = new Float64Array(n);
  for (let row = 0; row < n; row++) errors[row] = ((yProb[row] ?? 0) - (isPositive[row] ?? 0)) ** 2;
  const { mean, variance } = sampleMoments(errors);
  const half = z * Math.sqrt(variance / n);
  return { lower: Math.max(0, mean - half), upper: Math.min(1, mean + half), confidence };
}
