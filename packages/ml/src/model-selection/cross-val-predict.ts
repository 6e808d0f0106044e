import { type Column, isNumericColumn, materialize, type Table } from "../columns.js";
import { ShapeError } from "../errors.js";
import type { Classifier, Estimator } from "../estimator.js";
import { isClassifier } from "../is-classifier.js";
import { positionOfClass, uniqueLabels } from "../labels.js";
import type { CrossValidationOptions } from "./cross-validate.js";
import { fitRows, takePart } from "./fit-rows.js";
import { resolveFolds } from "./resolve-folds.js";
import type { Fold } from "./splitter.js";

/**
 * The prediction for each row by the model of the fold in which the row is tested: no model has seen the rows it predicts.
 * @param make makes an estimator that is not fitted
 * @param x n rows
 * @param y n labels or numbers
 * @returns n labels or numbers
 * @throws {ShapeError} when the folds do not test each row once
 * @throws {ShapeError | InvalidParameterError} for folds that are none
 * @throws what the estimator's `fit` throws
 * @see scikit-learn, model_selection.cross_val_predict
 */
export function crossValPredict(
  make: () => Estimator,
  x: Table,
  y: Column,
  options: CrossValidationOptions = {},
): Column {
  const numbers = new Float64Array(y.length);
  const texts: string[] = [];
  forEachFold(make, x, y, options, (estimator, part, { test }) => {
    const predicted = estimator.predict(part);
    if (isNumericColumn(predicted)) {
      for (let i = 0; i < test.length; i++) numbers[test[i] ?? 0] = predicted[i] ?? Number.NaN;
    } else {
      for (let i = 0; i < test.length; i++) texts[test[i] ?? 0] = predicted[i] ?? "";
    }
  });
  return texts.length > 0 ? texts : numbers;
}

/**
 * Like `crossValPredict`, the probabilities: one array of n numbers for each class of y, ascending. A class that a fold's training
 * rows lack has the probability 0 there.
 * @throws as `crossValPredict` does
 * @see scikit-learn, model_selection.cross_val_predict with method="predict_proba"
 */
export function crossValPredictProba(
  make: () => Classifier,
  x: Table,
  y: Column,
  options: CrossValidationOptions = {},
): Float64Array[] {
  const classes = uniqueLabels(y);
  const probabilities = classes.map(() => new Float64Array(y.length));
  forEachFold(make, x, y, options, (estimator, part, { test }) => {
    const predicted = estimator.predictProba(part);
    estimator.classes.forEach((label, code) => {
      const ofClass = probabilities[positionOfClass(classes, label)];
      const values = predicted[code];
      if (ofClass === undefined || values === undefined) return;
      for (let i = 0; i < test.length; i++) ofClass[test[i] ?? 0] = values[i] ?? 0;
    });
  });
  return probabilities;
}

function forEachFold<E extends Estimator>(
  make: () => E,
  x: Table,
  y: Column,
  { cv, groups, sampleWeight, onWarning }: CrossValidationOptions,
  predict: (estimator: E, part: Table, fold: Fold) => void,
): void {
  const table = materialize(x);
  const folds = resolveFolds("crossValPredict", cv, { x: table, y, groups, onWarning }, isClassifier(make()));
  const times = new Uint32Array(y.length);
  for (const { test } of folds) for (const row of test) times[row] = (times[row] ?? 0) + 1;
  const row = times.findIndex((count) => count !== 1);
  if (row >= 0) {
    throw new ShapeError(
      `crossValPredict: row ${row + 1} (counted from 1) is tested in ${times[row]} folds, expected in one. ` +
        "Use a splitter whose folds partition the rows, such as KFold.",
    );
  }
  for (const fold of folds) {
    const estimator = fitRows(make, { x: table, y, sampleWeight }, fold.train);
    predict(estimator, takePart(table, y, fold.test).x, fold);
  }
}
