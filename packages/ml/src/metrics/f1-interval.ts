import { InvalidParameterError } from "../errors.js";
import { type Interval, standardErrorsFor } from "./interval.js";

/** Counts of a binary classifier's answers: right and wrong positives, and positives that were missed. */
export interface PositiveCounts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

/**
 * Confidence interval of the F1 score by the delta method, cut to [0, 1]:
 * with D = 2tp + fp + fn the variance is 4 · tp · (fp + fn) · (tp + fp + fn) / D⁴.
 * @param confidence in (0, 1). Default: 0.95
 * @throws {InvalidParameterError} when all counts are 0, or confidence is out of range
 * @see Takahashi et al. (2022), Applied Intelligence 52:4961–4972
 */
export function f1Interval(
  { truePositives, falsePositives, falseNegatives }: PositiveCounts,
  confidence = 0.95,
): Interval {
  const wrong = falsePositives + falseNegatives;
  const doubled = 2 * truePositives + wrong;
  if (!(doubled > 0)) {
    throw new InvalidParameterError("counts", "nothing but zeros", "at least one positive row or prediction");
  }
  const f1 = (2 * truePositives) / doubled;
  const variance = (4 * truePositives * wrong * (truePositives + wrong)) / doubled ** 4;
  const half = standardErrorsFor(confidence) * Math.sqrt(variance);
  return { lower: Math.max(0, f1 - half), upper: Math.min(1, f1 + half), confidence };
}
