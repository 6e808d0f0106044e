import { expect, test } from "vitest";
import {
  DummyClassifier,
  InvalidParameterError,
  LogisticRegression,
  permutationImportance,
  ShapeError,
  StandardScaler,
} from "../../src/index.js";
import { loadDiabetes } from "../diabetes.js";
import reference from "../fixtures/sklearn-inspection.json" with { type: "json" };
import { FormulaClassifier, FormulaRegressor, mixed } from "./formula-models.js";

const { x: raw, y } = loadDiabetes();
const x = new StandardScaler().fit(raw).transform(raw);
const model = new LogisticRegression({ tol: 1e-12 }).fit(x, y);
const number = Float64Array.from(reference.number);

test.each([
  {
    of: "accuracy of numbers",
    found: permutationImportance(model, x, y, { scoring: "accuracy", nRepeats: 3, randomState: 0 }),
    expected: reference.importance.accuracy,
  },
  {
    of: "AUC, of more repetitions than numpy adds one after another",
    found: permutationImportance(model, x.slice(0, 150).reify(), y.subarray(0, 150), {
      scoring: "rocAuc",
      nRepeats: 9,
      randomState: 7,
    }),
    expected: reference.importance.rocAuc,
  },
  {
    of: "R² of a table with texts",
    found: permutationImportance(new FormulaRegressor(), mixed, number, {
      scoring: "r2",
      randomState: 4294967295,
    }),
    expected: reference.importance.text,
  },
  {
    of: "log loss of three classes",
    found: permutationImportance(new FormulaClassifier(), mixed, reference.label, {
      scoring: "negLogLoss",
      nRepeats: 2,
      randomState: 1,
    }),
    expected: reference.importance.classes,
  },
])("$of: the importances are those of scikit-learn", ({ found, expected }) => {
  const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 12));
  expect(found.importances.map((ofColumn) => [...ofColumn])).toEqual(expected.importances.map(close));
  expect([...found.importancesMean]).toEqual(close(expected.mean));
  expect([...found.importancesStd]).toEqual(close(expected.std));
});

test("the columns of the table are named, in its order, and it is unchanged", () => {
  const before = Array.from(x.objects()).slice(0, 20);
  const found = permutationImportance(model, x, y, { scoring: "accuracy", randomState: 1 });
  expect(found.featureNames).toEqual(x.columnNames());
  expect(found.importances.map(({ length }) => length)).toEqual(new Array(8).fill(5));
  expect(found.baselineScore).toBe(permutationImportance(model, x, y, { scoring: "accuracy" }).baselineScore);
  expect(Array.from(x.objects()).slice(0, 20)).toEqual(before);
});

test("a column that the model does not use has no importance, nor has any of a model that uses none", () => {
  const formula = permutationImportance(new FormulaRegressor(), mixed, number, { scoring: "r2" });
  expect(formula.importances[2]).toEqual(new Float64Array(5));
  const dummy = new DummyClassifier({ strategy: "prior" }).fit(x, y);
  const { importancesMean } = permutationImportance(dummy, x, y, { scoring: "negLogLoss" });
  expect(importancesMean).toEqual(new Float64Array(8));
});

test("a seed gives the same numbers at every call, none other ones", () => {
  const importances = (randomState?: number) =>
    permutationImportance(model, x, y, {
      scoring: "negLogLoss",
      nRepeats: 1,
      ...(randomState !== undefined && { randomState }),
    }).importances;
  expect(importances(3)).toEqual(importances(3));
  expect(importances()).not.toEqual(importances());
});

test("lengths that differ, no rows and no repetition are errors", () => {
  expect(() => permutationImportance(model, x, y.subarray(1), { scoring: "accuracy" })).toThrow(ShapeError);
  expect(() =>
    permutationImportance(model, x.slice(0, 0).reify(), new Float64Array(), { scoring: "accuracy" }),
  ).toThrow(
    "permutationImportance: x has 0 rows and y has 0. Expected the same number, and at least one row.",
  );
  expect(() => permutationImportance(model, x, y, { scoring: "accuracy", nRepeats: 0 })).toThrow(
    InvalidParameterError,
  );
  expect(() => permutationImportance(new FormulaRegressor(), mixed, number, { scoring: "rocAuc" })).toThrow(
    InvalidParameterError,
  );
});
