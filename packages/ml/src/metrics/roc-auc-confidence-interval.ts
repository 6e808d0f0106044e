import { ShapeError } from "../errors.js";
import type { Label, Labels } from "../labels.js";
import { type Interval, standardErrorsFor } from "./interval.js";
import { sampleMoments } from "./sample-moments.js";
import { sortedScores } from "./sorted-scores.js";

/** Area under the ROC curve with its confidence interval. */
export interface AucInterval extends Interval {
  readonly auc: number;
  readonly standardError: number;
}

/**
 * Confidence interval of the area under the ROC curve by DeLong's method, cut to [0, 1], in O(n log n).
 * @param yTrue n ≥ 1 labels of two classes
 * @param yScore n finite numbers, larger for a more likely positive class
 * @param posLabel the positive class. Default: the greater of the two labels
 * @param confidence in (0, 1). Default: 0.95
 * @throws {ShapeError} when a class has fewer than two rows
 * @throws as `rocCurve` does, and {InvalidParameterError} when confidence is out of range
 * @see DeLong et al. (1988), Biometrics 44:837–845; Sun & Xu (2014), IEEE Signal Processing Letters 21:1389–1393
 */
export function rocAucConfidenceInterval(
  yTrue: Labels,
  yScore: ArrayLike<number>,
  { posLabel, confidence = 0.95 }: { readonly posLabel?: Label; readonly confidence?: number } = {},
): AucInterval {
  const z = standardErrorsFor(confidence);
  const { positive, negative } = sortedScores("rocAucConfidenceInterval", yTrue, yScore, posLabel);
  if (positive.length < 2 || negative.length < 2) {
    throw new ShapeError(
      `rocAucConfidenceInterval: found ${positive.length} positive and ${negative.length} negative row(s). ` +
        "Expected at least 2 of each, as one has no spread.",
    );
  }
  const ofPositive = shareBelow(positive, negative);
  const ofNegative = shareBelow(negative, positive);
  const { mean: auc, variance } = sampleMoments(ofPositive);
  const standardError = Math.sqrt(
    variance / positive.length + sampleMoments(ofNegative).variance / negative.length,
  );
  return {
    auc,
    standardError,
    lower: Math.max(0, auc - z * standardError),
    upper: Math.min(1, auc + z * standardError),
    confidence,
  };
}

/** For each score, the share of the others that are smaller; ties count half. Both arrays are ascending. */
function shareBelow(scores: Float64Array, others: Float64Array): Float64Array {
  const shares = new Float64Array(scores.length);
  let below = 0;
  let notAbove = 0;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? 0;
    while (below < others.length && (others[below] ?? 0) < score) below++;
    while (notAbove < others.length && (others[notAbove] ?? 0) <= score) notAbove++;
    shares[i] = (below + notAbove) / 2 / others.length;
  }
  return shares;
}
