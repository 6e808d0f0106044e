import type { Label, Labels } from "../labels.js";
import { countBelowTwice, meanAndStandardError, requireSpread } from "./delong-components.js";
import { type Interval, standardErrorsFor } from "./interval.js";
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
  requireSpread("rocAucConfidenceInterval", positive.length, negative.length);
  const { mean: auc, standardError } = meanAndStandardError(
    countBelowTwice(positive, negative),
    countBelowTwice(negative, positive),
  );
  return {
    auc,
    standardError,
    lower: Math.max(0, auc - z * standardError),
    upper: Math.min(1, auc + z * standardError),
    confidence,
  };
}
