import type { Label, Labels } from "../labels.js";
import { sortedScores } from "./sorted-scores.js";

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
  const kept = dropIntermediate ? points.filter((_, i) => isCorner(points, i)) : points;
  const curve = [{ threshold: Number.POSITIVE_INFINITY, fp: 0, tp: 0 }, ...kept];
  return {
    fpr: Float64Array.from(curve, ({ fp }) => fp / negative.length),
    tpr: Float64Array.from(curve, ({ tp }) => tp / positive.length),
    thresholds: Float64Array.from(curve, ({ threshold }) => threshold),
  };
}

interface Point {
  readonly threshold: number;
  /** Negative and positive rows with a score of at least the threshold. */
  readonly fp: number;
  readonly tp: number;
}

/** One point for each distinct score, from the highest. */
function countAboveThresholds(positive: Float64Array, negative: Float64Array): Point[] {
  const points: Point[] = [];
  let p = positive.length;
  let n = negative.length;
  while (p > 0 || n > 0) {
    const threshold = Math.max(
      positive[p - 1] ?? Number.NEGATIVE_INFINITY,
      negative[n - 1] ?? Number.NEGATIVE_INFINITY,
    );
    while (p > 0 && positive[p - 1] === threshold) p--;
    while (n > 0 && negative[n - 1] === threshold) n--;
    points.push({ threshold, fp: negative.length - n, tp: positive.length - p });
  }
  return points;
}

/** Whether the curve changes its slope or its step at this point. The ends count as corners. */
function isCorner(points: readonly Point[], i: number): boolean {
  const before = points[i - 1];
  const here = points[i];
  const after = points[i + 1];
  if (before === undefined || here === undefined || after === undefined) return true;
  return here.fp - before.fp !== after.fp - here.fp || here.tp - before.tp !== after.tp - here.tp;
}
