import { InvalidParameterError } from "../errors.js";
import { type Classes, encodeLabels, type Labels, uniqueLabels } from "../labels.js";
import { requirePairs } from "./check-pairs.js";

/**
 * How often each class was predicted as each: `matrix[i][j]` counts the rows of class i predicted as class j.
 * @param yTrue n ≥ 1 labels of the rows
 * @param yPred n predicted labels of the same rows
 * @param labels the classes, in the order of the matrix; rows of other classes are ignored. Default: all, ascending
 * @returns k × k counts
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {NotFiniteError | InvalidParameterError} for a label that is not finite, or numbers and texts together
 * @throws {InvalidParameterError} when none of `labels` is in yTrue, or one is repeated
 * @see scikit-learn, metrics.confusion_matrix
 */
export function confusionMatrix(
  yTrue: Labels,
  yPred: Labels,
  { labels = uniqueLabels(yTrue, yPred) }: { readonly labels?: Classes } = {},
): number[][] {
  requirePairs("confusionMatrix", yTrue, yPred);
  if (new Set<unknown>(labels).size !== labels.length) {
    throw new InvalidParameterError("labels", labels.join(", "), "each label once");
  }
  const trueCodes = encodeLabels(yTrue, labels);
  if (trueCodes.every((code) => code < 0)) {
    throw new InvalidParameterError("labels", labels.join(", "), "at least one label that is in yTrue");
  }
  const predictedCodes = encodeLabels(yPred, labels);
  const matrix = labels.map(() => new Array<number>(labels.length).fill(0));
  for (let row = 0; row < trueCodes.length; row++) {
    const predictedCode = predictedCodes[row] ?? -1;
    const counts = matrix[trueCodes[row] ?? -1];
    if (counts && predictedCode >= 0) counts[predictedCode] = (counts[predictedCode] ?? 0) + 1;
  }
  return matrix;
}
