import type { Labels } from "../labels.js";
import { requireSampleWeight } from "../sample-weight.js";
import { requirePairs } from "./check-pairs.js";
import { countByClass } from "./class-counts.js";
import type { MetricOptions } from "./sample-weights.js";

/**
 * Mean of the classes' recalls, from 0 to 1: each class counts alike, however few rows it has. Classes that were predicted but have no
 * rows do not count.
 * @param yTrue n ≥ 1 labels of the rows
 * @param yPred n predicted labels of the same rows
 * @param adjusted whether guessing has 0 instead of 1 / number of classes; with one class it then is NaN. Default: `false`
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {NotFiniteError | InvalidParameterError} for a label or weight that is not finite, or numbers and texts together
 * @see scikit-learn, metrics.balanced_accuracy_score
 */
export function balancedAccuracyScore(
  yTrue: Labels,
  yPred: Labels,
  { adjusted = false, sampleWeight }: MetricOptions & { readonly adjusted?: boolean } = {},
): number {
  requirePairs("balancedAccuracyScore", yTrue, yPred);
  requireSampleWeight(sampleWeight, yTrue.length);
  const present = countByClass(yTrue, yPred, sampleWeight).counts.filter(({ support }) => support > 0);
  const score = present.reduce((sum, { right, support }) => sum + right / support, 0) / present.length;
  const chance = 1 / present.length;
  return adjusted ? (score - chance) / (1 - chance) : score;
}
