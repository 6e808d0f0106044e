import type { Label, Labels } from "../labels.js";
import { sortedScores } from "./sorted-scores.js";
import { countAboveThresholds, type ThresholdCounts } from "./threshold-counts.js";

/** A receiver operating characteristic, from (0, 0) to (1, 1). All three have the same length. */
export interface RocCurve {
  /** False positive rate, 1 − specificity: the share of negative rows with a score ≥ the threshold. */
  readonly fpr: Float64Array;
  /** True positive rate, sensitivity: the share of positive rows with a score ≥ the threshold. */
  readonly tpr: Float64Array;
  /** Descending scores; the first is Infinity, where no row is predicted positive. */
  readonly thresholds: Float64Array;
}

/** Options of `rocCurve`. */
export interface RocOptions {
  /** The positive class. Default: the greater of the two labels. */
  readonly posLabel?: Label;
  /** Whether to drop points on a straight line between others. Default: `true`. */
  readonly dropIntermediate?: boolean;
}

/**
 * False and true positive rates for each threshold of the score.
 * @param yTrue n ≥ 1 labels of two classes
 * @param yScore n finite numbers, larger for a more likely positive class
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {OneClassError} when yTrue holds one class only
 * @throws {NotFiniteError} naming the row of the first score that is NaN or infinite
 * @throws {InvalidParameterError} when posLabel is not in yTrue, or is missing and there are more than two classes
 * @see scikit-learn ≥ 1.3, metrics.roc_curve
 */
export function rocCurve(
  yTrue: Labels,
  yScore: ArrayLike<number>,
  { posLabel, dropIntermediate = true }: RocOptions = {},
): RocCurve {
  const { positive, negative } = sortedScores("rocCurve", yTrue, yScore, posLabel);
  const points = countAboveThresholds(positive, negative);
  return dropIntermediate ? rates(points, corners(points)) : rates(points, points.threshold.length);
}

/** Moves the points at which the curve changes its slope or its step to the front, and returns how many there are. */
function corners({ threshold, fp, tp }: ThresholdCounts): number {
  const last = threshold.length - 1;
  let count = 1;
  let fpBefore = 0;
  let tpBefore = 0;
  for (let i = 1; i <= last; i++) {
    const fpHere = fp[i] ?? 0;
    const tpHere = tp[i] ?? 0;
    const isCorner =
      // The first threshold and the last one are always kept.
      i === 1 ||
      i === last ||
      fpHere - fpBefore !== (fp[i + 1] ?? 0) - fpHere ||
      tpHere - tpBefore !== (tp[i + 1] ?? 0) - tpHere;
    if (isCorner) {
      threshold[count] = threshold[i] ?? 0;
      fp[count] = fpHere;
      tp[count] = tpHere;
      count++;
    }
    fpBefore = fpHere;
    tpBefore = tpHere;
  }
  return count;
}

function rates({ threshold, fp, tp }: ThresholdCounts, count: number): RocCurve {
  const [negatives, positives] = [fp.at(-1) ?? 0, tp.at(-1) ?? 0];
  return {
    fpr: fp.slice(0, count).map((value) => value / negatives),
    tpr: tp.slice(0, count).map((value) => value / positives),
    thresholds: threshold.slice(0, count),
  };
}
