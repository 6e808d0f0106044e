import { InvalidParameterError } from "../errors.js";
import { type Interval, standardErrorsFor } from "./interval.js";
import { wilsonInterval } from "./wilson-interval.js";

/** Counts of a binary classifier's predictions. */
export interface PositiveCounts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

/**
 * Confidence interval of the F1 score by the delta method, cut to [0, 1]:
 * with D = 2tp + fp + fn the variance is 4 · tp · (fp + fn) · (tp + fp + fn) / D⁴.
 *
 * Where F1 is 0 or 1 that variance is 0, and the interval would be a point, whatever the number of rows. In these cases the
 * result follows from Wilson's interval of the share J = tp / (tp + fp + fn), of which F1 = 2J / (1 + J) is an increasing function. The delta
 * method is that of the same share, so both agree for many rows.
 * @param confidence in (0, 1). Default: 0.95
 * @throws {InvalidParameterError} when all counts are 0, or confidence is out of range
 * @see Takahashi et al. (2022), Applied Intelligence 52:4961–4972; Wilson (1927), JASA 22:209–212
 */
export function f1Interval(
  { truePositives, falsePositives, falseNegatives }: PositiveCounts,
  confidence = 0.95,
): Interval {
  const wrong = falsePositives + falseNegatives;
  const doubled = 2 * truePositives + wrong;
  if (!(doubled > 0)) {
    throw new InvalidParameterError("counts", "only zeros", "at least one positive row or prediction");
  }
  if (truePositives === 0 || wrong === 0) {
    const { lower, upper } = wilsonInterval(truePositives, truePositives + wrong, confidence);
    return { lower: fromShare(lower), upper: fromShare(upper), confidence };
  }
  const f1 = (2 * truePositives) / doubled;
  const variance = (4 * truePositives * wrong * (truePositives + wrong)) / doubled ** 4;
  const half = standardErrorsFor(confidence) * Math.sqrt(variance);
  return { lower: Math.max(0, f1 - half), upper: Math.min(1, f1 + half), confidence };
}

function fromShare(share: number): number {
  return (2 * share) / (1 + share);
}
