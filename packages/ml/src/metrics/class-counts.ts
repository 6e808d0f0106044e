import { type Classes, encodeLabels, type Labels, uniqueLabels } from "../labels.js";

/** Rows of one class, or their weights. */
export interface ClassCount {
  /** Rows of the class that were predicted as it. */
  right: number;
  /** Rows that were predicted as the class. */
  predicted: number;
  /** Rows of the class. */
  support: number;
}

/** The classes of labels and predictions, ascending, and the counts of each. */
export interface ClassCounts {
  readonly labels: Classes;
  readonly counts: readonly ClassCount[];
}

/**
 * Counts right predictions, predictions and rows of each class.
 * @param yTrue n labels of the rows
 * @param yPred n predicted labels of the same rows
 * @param sampleWeight what each row counts. Default: 1
 * @throws {NotFiniteError | InvalidParameterError} for a label that is not finite, or numbers and texts together
 */
export function countByClass(yTrue: Labels, yPred: Labels, sampleWeight?: ArrayLike<number>): ClassCounts {
  const labels = uniqueLabels(yTrue, yPred);
  const counts = labels.map((): ClassCount => ({ right: 0, predicted: 0, support: 0 }));
  const trueCodes = encodeLabels(yTrue, labels);
  const predictedCodes = encodeLabels(yPred, labels);
  for (let row = 0; row < trueCodes.length; row++) {
    const trueCode = trueCodes[row] ?? -1;
    const predictedCode = predictedCodes[row] ?? -1;
    const ofTrue = counts[trueCode];
    const ofPredicted = counts[predictedCode];
    const weight = sampleWeight === undefined ? 1 : (sampleWeight[row] ?? 0);
    if (ofTrue) ofTrue.support += weight;
    if (ofPredicted) ofPredicted.predicted += weight;
    if (ofTrue && trueCode === predictedCode) ofTrue.right += weight;
  }
  return { labels, counts };
}
