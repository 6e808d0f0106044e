import type { Label, Labels } from "../labels.js";
import { sortedScores } from "./sorted-scores.js";
import { countAboveThresholds } from "./threshold-counts.js";

/** Precision and recall by threshold: recall falls from 1 to 0. */
export interface PrecisionRecallCurve {
  /** Share of the rows with a score ≥ the threshold that are positive. One more than thresholds: the last is 1. */
  readonly precision: Float64Array;
  /** Share of the positive rows that have a score ≥ the threshold. One more than thresholds: the last is 0. */
  readonly recall: Float64Array;
  /** The distinct scores, ascending. */
  readonly thresholds: Float64Array;
}

/** Options of `precisionRecallCurve`. */
export interface PrecisionRecallOptions {
  /** The positive class. Default: the greater of the two labels. */
  readonly posLabel?: Label;
  /** Whether to drop the points between others of the same recall. Default: `false`. */
  readonly dropIntermediate?: boolean;
}

/**
 * Precision and recall for each threshold of the score. Where positive rows are rare it shows what a ROC curve hides: how many
 * of the found ones are false.
 * @param yTrue n ≥ 1 labels of two classes
 * @param yScore n finite numbers, larger for a more likely positive class
 * @throws as `rocCurve` does
 * @see scikit-learn, metrics.precision_recall_curve
 */
export function precisionRecallCurve(
  yTrue: Labels,
  yScore: ArrayLike<number>,
  { posLabel, dropIntermediate = false }: PrecisionRecallOptions = {},
): PrecisionRecallCurve {
  const { positive, negative } = sortedScores("precisionRecallCurve", yTrue, yScore, posLabel);
  const { threshold, fp, tp } = countAboveThresholds(positive, negative);
  const last = threshold.length - 1;
  const precision = new Float64Array(last + 1);
  const recall = new Float64Array(last + 1);
  const thresholds = new Float64Array(last);
  let count = 0;
  for (let i = last; i >= 1; i--) {
    const tpHere = tp[i] ?? 0;
    const isBetween = i > 1 && i < last && tp[i - 1] === tpHere && tp[i + 1] === tpHere;
    if (dropIntermediate && isBetween) continue;
    precision[count] = tpHere / (tpHere + (fp[i] ?? 0));
    recall[count] = tpHere / positive.length;
    thresholds[count] = threshold[i] ?? 0;
    count++;
  }
  precision[count] = 1;
  return {
    precision: precision.slice(0, count + 1),
    recall: recall.slice(0, count + 1),
    thresholds: thresholds.slice(0, count),
  };
}
