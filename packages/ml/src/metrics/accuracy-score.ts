import type { Labels } from "../labels.js";
import { requireSampleWeight } from "../sample-weight.js";
import { requirePairs } from "./check-pairs.js";
import { type MetricOptions, meanOfRows } from "./sample-weights.js";

/**
 * Share of correct predictions, from 0 to 1.
 * @param yTrue n ≥ 1 labels of the rows
 * @param yPred n predicted labels of the same rows
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {NotFiniteError | InvalidParameterError} for weights that are none
 * @see scikit-learn, metrics.accuracy_score
 */
export function accuracyScore(yTrue: Labels, yPred: Labels, { sampleWeight }: MetricOptions = {}): number {
  requirePairs("accuracyScore", yTrue, yPred);
  requireSampleWeight(sampleWeight, yTrue.length);
  if (sampleWeight !== undefined) {
    return meanOfRows(yTrue.length, (row) => (yTrue[row] === yPred[row] ? 1 : 0), sampleWeight);
  }
  let right = 0;
  for (let row = 0; row < yTrue.length; row++) if (yTrue[row] === yPred[row]) right++;
  return right / yTrue.length;
}
