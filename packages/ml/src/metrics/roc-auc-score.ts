import { InvalidParameterError } from "../errors.js";
import type { Label, Labels } from "../labels.js";
import { areClassScores } from "./class-score-columns.js";
import { type MulticlassAucOptions, multiclassRocAuc } from "./multiclass-roc-auc.js";
import { rocCurve } from "./roc-curve.js";
import { trapezoidArea } from "./trapezoid-area.js";

interface BinaryAucOptions {
  readonly posLabel?: Label;
}

/**
 * Area under the ROC curve, from 0 to 1: the probability that a positive row scores higher than a negative one; ties count half.
 * @param yTrue n ≥ 1 labels of two classes
 * @param yScore n finite numbers, larger for a more likely positive class
 * @param posLabel the positive class. Default: the greater of the two labels
 * @throws as `rocCurve` does
 * @see scikit-learn, metrics.roc_auc_score
 */
export function rocAucScore(yTrue: Labels, yScore: ArrayLike<number>, options?: BinaryAucOptions): number;
/**
 * Area under the ROC curve of each class, NaN for one that has no rows, or all.
 * @param yTrue n ≥ 1 labels
 * @param yScore one array of n probabilities for each class, as `predictProba` returns
 * @throws {ShapeError} when lengths differ, there are no rows, or there is not one array for each class
 * @throws {NotFiniteError | InvalidParameterError} for scores that are not probabilities which add up to 1 in each row
 * @throws {InvalidParameterError} when yTrue has a class that is not in `labels`, or these are not ascending
 * @see scikit-learn, metrics.roc_auc_score with average=None
 */
export function rocAucScore(
  yTrue: Labels,
  yScore: readonly ArrayLike<number>[],
  options: MulticlassAucOptions & { readonly multiClass: "ovr"; readonly average: null },
): Float64Array;
/**
 * Area under the ROC curve averaged over the classes, or over all pairs of them. With "ovr" and "macro" it is NaN where a class
 * has no rows.
 * @param yTrue n ≥ 1 labels
 * @param yScore one array of n probabilities for each class, as `predictProba` returns
 * @throws as above
 * @see scikit-learn, metrics.roc_auc_score; Hand & Till (2001), Machine Learning 45:171–186, for "ovo"
 */
export function rocAucScore(
  yTrue: Labels,
  yScore: readonly ArrayLike<number>[],
  options: MulticlassAucOptions & { readonly average?: "macro" | "weighted" | undefined },
): number;
export function rocAucScore(
  yTrue: Labels,
  yScore: ArrayLike<number> | readonly ArrayLike<number>[],
  options: BinaryAucOptions | MulticlassAucOptions = {},
): number | Float64Array {
  if ("multiClass" in options) {
    if (areClassScores(yScore)) return multiclassRocAuc(yTrue, yScore, options);
    throw new InvalidParameterError("yScore", "one number for each row", "one array for each class");
  }
  if (areClassScores(yScore)) {
    throw new InvalidParameterError(
      "multiClass",
      undefined,
      '"ovr" or "ovo", as there are scores of each class',
    );
  }
  const { posLabel } = options;
  const { fpr, tpr } = rocCurve(yTrue, yScore, posLabel === undefined ? {} : { posLabel });
  return trapezoidArea(fpr, tpr);
}
