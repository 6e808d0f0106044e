import { InvalidParameterError } from "../errors.js";
import type { Labels } from "../labels.js";
import { requireSampleWeight } from "../sample-weight.js";
import { requirePairs } from "./check-pairs.js";
import { countByClass } from "./class-counts.js";
import {
  type Average,
  type AverageScores,
  averageScores,
  type ClassScores,
  classScores,
} from "./class-scores.js";
import type { MetricOptions } from "./sample-weights.js";

interface ScoreOptions extends MetricOptions {
  /** Weight of recall in the F-score, > 0. Default: 1. */
  readonly beta?: number;
}

/**
 * Precision, recall, F-score and number of rows: of each class, or averaged. Undefined scores are 0. With weights,
 * the number of rows is the sum of their weights.
 * @param yTrue n ≥ 1 labels of the rows
 * @param yPred n predicted labels of the same rows
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {NotFiniteError | InvalidParameterError} for a label or weight that is not finite, or numbers and texts together
 * @throws {InvalidParameterError} when beta is not a number above 0
 * @see scikit-learn, metrics.precision_recall_fscore_support with zero_division=0
 */
export function precisionRecallFscoreSupport(
  yTrue: Labels,
  yPred: Labels,
  options?: ScoreOptions & { readonly average?: undefined },
): ClassScores;
export function precisionRecallFscoreSupport(
  yTrue: Labels,
  yPred: Labels,
  options: ScoreOptions & { readonly average: Average },
): AverageScores;
export function precisionRecallFscoreSupport(
  yTrue: Labels,
  yPred: Labels,
  { beta = 1, average, sampleWeight }: ScoreOptions & { readonly average?: Average | undefined } = {},
): ClassScores | AverageScores {
  requirePairs("precisionRecallFscoreSupport", yTrue, yPred);
  requireSampleWeight(sampleWeight, yTrue.length);
  if (!(beta > 0 && Number.isFinite(beta))) {
    throw new InvalidParameterError("beta", beta, "a finite number above 0");
  }
  const counted = countByClass(yTrue, yPred, sampleWeight);
  return average === undefined ? classScores(counted, beta) : averageScores(counted, beta, average);
}
