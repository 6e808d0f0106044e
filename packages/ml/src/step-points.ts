import { thinCurve } from "./thin-curve.js";

/**
 * The points of a precision–recall curve as steps: between two thresholds no straight line can be reached. The area below the steps
 * is the average precision. Of many points, those that a picture can show.
 * @param recall n ≥ 2 numbers, descending to 0
 * @param precision n numbers
 * @see scikit-learn, metrics.PrecisionRecallDisplay with drawstyle="steps-post"
 */
export function stepPoints(
  recall: ArrayLike<number>,
  precision: ArrayLike<number>,
): { x: number; y: number }[] {
  const { fpr, tpr } = thinCurve({ fpr: recall, tpr: precision });
  const points: { x: number; y: number }[] = [];
  for (let i = 0; i < fpr.length; i++) {
    const [x, y] = [fpr[i] ?? 0, tpr[i] ?? 0];
    const before = points.at(-1);
    if (before !== undefined && before.x !== x && before.y !== y) points.push({ x, y: before.y });
    points.push({ x, y });
  }
  return points;
}
