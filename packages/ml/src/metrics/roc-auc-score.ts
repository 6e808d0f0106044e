import type { Label, Labels } from "../labels.js";
import { rocCurve } from "./roc-curve.js";
import { trapezoidArea } from "./trapezoid-area.js";

/**
 * Area under the ROC curve, from 0 to 1: the chance that a positive row scores higher than a negative one, ties half.
 * @param yScore finite numbers, one a row, that grow with the chance of the positive class
 * @param posLabel the positive class. Default: the greater of the two labels
 * @throws as `rocCurve` does
 * @see scikit-learn, metrics.roc_auc_score
 */
export function rocAucScore(
  yTrue: Labels,
  yScore: ArrayLike<number>,
  { posLabel }: { readonly posLabel?: Label } = {},
): number {
  const { fpr, tpr } = rocCurve(yTrue, yScore, posLabel === undefined ? {} : { posLabel });
  return trapezoidArea(fpr, tpr);
}
