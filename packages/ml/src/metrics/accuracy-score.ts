import type { Labels } from "../labels.js";
import { requirePairs } from "./check-pairs.js";

/**
 * Share of correct predictions, from 0 to 1.
 * @param yTrue n ≥ 1 labels of the rows
 * @param yPred n predicted labels of the same rows
 * @throws {ShapeError} when lengths differ or there are no rows
 * @see scikit-learn, metrics.accuracy_score
 */
export function accuracyScore(yTrue: Labels, yPred: Labels): number {
  requirePairs("accuracyScore", yTrue, yPred);
  let right = 0;
  for (let row = 0; row < yTrue.length; row++) if (yTrue[row] === yPred[row]) right++;
  return right / yTrue.length;
}
