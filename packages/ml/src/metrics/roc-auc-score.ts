import type { Label, Labels } from "../labels.js";
import { rocCurve } from "./roc-curve.js";
import { trapezoidArea } from "./trapezoid-area.js";

/**
 * Area under the ROC curve, from 0 to 1: the probability that a positive row scores higher than a negative one; ties count half.
 * @param yScore one finite number a row, larger for a more likely positive class
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
