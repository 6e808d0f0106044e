import type { Label, Labels } from "../labels.js";
import { rocCurve } from "./roc-curve.js";

/**
 * Area under the ROC curve, from 0 to 1: the probability that a positive row scores higher than a negative one; ties count half.
 * @param yTrue n ≥ 1 labels of two classes
 * @param yScore n finite numbers, larger for a more likely positive class
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

/**
 * Area under the straight lines between points, by the trapezoidal rule.
 * @param x n ascending numbers
 * @param y n numbers
 * @see scikit-learn, metrics.auc
 */
function trapezoidArea(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let area = 0;
  for (let i = 1; i < x.length; i++) {
    area += (((x[i] ?? 0) - (x[i - 1] ?? 0)) * ((y[i] ?? 0) + (y[i - 1] ?? 0))) / 2;
  }
  return area;
}
