import { type Column, materialize, type Table } from "../columns.js";
import type { Classifier } from "../estimator.js";
import { rowsOfLabel } from "../labels.js";
import { fitRows, takePart } from "./fit-rows.js";
import { positiveProbabilities, requireTwoClasses } from "./labels-at-threshold.js";
import { type CrossValidation, resolveFolds } from "./resolve-folds.js";

/** Scores of rows by models that have not seen them. */
export interface ValidationScores {
  /** 1 for rows of the positive class, 0 for the others. */
  readonly isPositive: Uint8Array;
  /** Probabilities of the positive class. */
  readonly scores: Float64Array;
}

/**
 * The probabilities of the test rows of all folds, each by the model of its fold's training rows.
 * @param make makes a classifier that is not fitted
 * @throws {InvalidParameterError} when there are not two classes among the training rows of a fold
 * @throws {ShapeError | InvalidParameterError} for folds that are none
 * @throws what the classifier's `fit` throws
 */
export function validationScores(
  make: () => Classifier,
  rows: { readonly x: Table; readonly y: Column; readonly sampleWeight?: ArrayLike<number> | undefined },
  cv: CrossValidation | undefined,
): ValidationScores {
  const { y, sampleWeight } = rows;
  const x = materialize(rows.x);
  const folds = resolveFolds("TunedThreshold", cv, { x, y }, true);
  const n = folds.reduce((sum, { test }) => sum + test.length, 0);
  const isPositive = new Uint8Array(n);
  const scores = new Float64Array(n);
  let end = 0;
  for (const { train, test } of folds) {
    const classifier = requireTwoClasses(fitRows(make, { x, y, sampleWeight }, train));
    const part = takePart(x, y, test);
    isPositive.set(rowsOfLabel(part.y, classifier.classes[1]), end);
    scores.set(positiveProbabilities(classifier, part.x), end);
    end += test.length;
  }
  return { isPositive, scores };
}
