import { table } from "arquero";
import { expect, expectTypeOf, test } from "vitest";
import {
  crossValidate,
  crossValPredict,
  crossValPredictProba,
  DummyClassifier,
  GroupKFold,
  gridSearch,
  InvalidParameterError,
  isNumericColumn,
  KFold,
  LogisticRegression,
  OneClassError,
  Pipeline,
  Ridge,
  ShapeError,
  StandardScaler,
  StratifiedKFold,
  TimeSeriesSplit,
} from "../../src/index.js";
import { loadDiabetes } from "../diabetes.js";
import reference from "../fixtures/sklearn-search.json" with { type: "json" };
import { GivenRegressor } from "./given-answers.js";

const { x: raw, y } = loadDiabetes();
const x = new StandardScaler().fit(raw).transform(raw);
const make = () => new LogisticRegression({ tol: 1e-12 });
const groups = Int32Array.from(y, (_, row) => Math.floor(row / 10));

test.each([
  { by: "stratified folds", cv: 5, expected: reference.crossValidate.stratified },
  { by: "groups", cv: new GroupKFold({ nSplits: 4 }), expected: reference.crossValidate.groups },
])("scores by $by are those of scikit-learn", ({ cv, expected }) => {
  const { testScores, trainScores } = crossValidate(make, x, y, {
    cv,
    groups,
    scoring: [
      "accuracy",
      "balancedAccuracy",
      "f1",
      "rocAuc",
      "averagePrecision",
      "negLogLoss",
      "negBrierScore",
    ],
    returnTrainScore: true,
  });
  const found = [testScores, trainScores].flatMap((scores, i) =>
    Object.entries(scores ?? {}).map(([name, values]) => [
      `${i === 0 ? "test" : "train"}_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
      [...values],
    ]),
  );
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(
      Object.entries(expected).map(([name, values]) => [
        name,
        values.map((value) => expect.closeTo(value, 9)),
      ]),
    ),
  );
});

test("predictions for each row are those of scikit-learn", () => {
  const cv = new StratifiedKFold({ shuffle: true, randomState: 3 });
  const predicted = crossValPredict(make, x, y, { cv });
  if (!isNumericColumn(predicted)) throw new Error("The classes are numbers.");
  expect(predicted.filter((label) => label === 1).length).toBe(reference.crossValPredict.positives);
  const [negative, positive] = crossValPredictProba(make, x, y, { cv });
  const everyFiftieth = positive?.filter((_, row) => row % 50 === 0) ?? [];
  expect([...everyFiftieth]).toEqual(
    reference.crossValPredict.everyFiftieth.map((value) => expect.closeTo(value, 9)),
  );
  expect(negative?.[0]).toBeCloseTo(1 - (positive?.[0] ?? 0), 12);
});

test("texts are predicted as texts, and a class that a fold lacks has the probability 0", () => {
  const labels = ["a", "a", "a", "a", "b", "c"];
  const rows = table({ a: Float64Array.of(1, 2, 3, 4, 5, 6) });
  const dummy = () => new DummyClassifier({ strategy: "prior" });
  const cv = new KFold({ nSplits: 3 });
  expect(crossValPredict(dummy, rows, labels, { cv })).toEqual(["a", "a", "a", "a", "a", "a"]);
  expect(crossValPredictProba(dummy, rows, labels, { cv }).map((ofClass) => [...ofClass])).toEqual([
    [0.5, 0.5, 0.5, 0.5, 1, 1],
    [0.25, 0.25, 0.25, 0.25, 0, 0],
    [0.25, 0.25, 0.25, 0.25, 0, 0],
  ]);
});

test("a new model is fitted on the training rows of each fold only, with their weights", () => {
  const fits: { rows: number[]; weights: number[] | undefined }[] = [];
  const rows = Float64Array.of(0, 1, 2, 3, 4, 5);
  const { testScores } = crossValidate(() => new GivenRegressor(fits), table({ rows }), rows, {
    cv: 3,
    scoring: { error: "negMaxError", rows: (_, part) => part.numRows() },
    sampleWeight: [10, 11, 12, 13, 14, 15],
  });
  expect(fits).toEqual([
    { rows: [2, 3, 4, 5], weights: [12, 13, 14, 15] },
    { rows: [0, 1, 4, 5], weights: [10, 11, 14, 15] },
    { rows: [0, 1, 2, 3], weights: [10, 11, 12, 13] },
  ]);
  expect(testScores).toEqual({ error: new Float64Array(3).fill(-0), rows: Float64Array.of(2, 2, 2) });
});

test("the names of the scores are checked at compile time", () => {
  const { testScores } = crossValidate(make, x, y, { cv: 2, scoring: "rocAuc" });
  expectTypeOf(testScores).toEqualTypeOf<Readonly<Record<"rocAuc", Float64Array>>>();
  expect(testScores.rocAuc.length).toBe(2);
  // @ts-expect-error: auc is no score
  expect(() => crossValidate(make, x, y, { scoring: ["auc"] })).toThrow(InvalidParameterError);
});

test("a pipeline that ends in a regressor is validated as the regressor is", () => {
  const target = Float64Array.from(y, (_, row) => (row % 41) + 0.5);
  const regressor = () => new Ridge();
  const pipeline = (alpha = 1) =>
    new Pipeline([
      ["again", new StandardScaler()],
      ["model", new Ridge({ alpha })],
    ]);
  const options = { cv: 3, scoring: ["r2", "negMeanSquaredError"] } as const;
  const inPipeline = crossValidate(() => pipeline(), x, target, options).testScores;
  const alone = crossValidate(regressor, x, target, options).testScores;
  for (const name of options.scoring) {
    expect(inPipeline[name].every((score, i) => Math.abs(score - (alone[name][i] ?? 0)) < 1e-2)).toBe(true);
  }
  expect(crossValPredict(() => pipeline(), x, target, { cv: 3 }).length).toBe(y.length);
  const { bestScore } = gridSearch({ candidates: [1], make: pipeline, x, y: target, cv: 3, scoring: "r2" });
  expect(bestScore).toBeCloseTo(
    inPipeline.r2.reduce((sum, score) => sum + score / 3, 0),
    12,
  );
  expect(() => crossValidate(() => pipeline(), x, target, { cv: 3, scoring: "rocAuc" })).toThrow(
    "scoring: found a regressor, expected a classifier",
  );
});

test("counts are no classes for a pipeline that ends in a regressor: the folds are consecutive rows", () => {
  const counts = Float64Array.from(y, (_, row) => row % 3);
  const fits: { readonly rows: number[]; readonly weights: number[] | undefined }[] = [];
  const pipeline = () =>
    new Pipeline([
      ["same", new StandardScaler({ withMean: false, withStd: false })],
      ["model", new GivenRegressor(fits)],
    ]);
  const rows = table({ row: Float64Array.from(y.keys()) });
  crossValidate(pipeline, rows, counts, { cv: 2, scoring: "r2" });
  expect(fits.map((fit) => fit.rows[0])).toEqual([384, 0]);
});

test.each([-1, 2.5, Number.NaN, 768])("a fold with the row %d is an error", (row) => {
  const fold = { train: [0, 1, row], test: [3] };
  // @ts-expect-error: folds are arrays of whole numbers
  const validate = () => crossValidate(make, x, y, { cv: [fold], scoring: "accuracy" });
  expect(validate).toThrow(InvalidParameterError);
  expect(validate).toThrow(`cv, fold 0: found row ${row}, expected whole numbers from 0 to 767.`);
});

test("folds can be given as row numbers, and must keep training and test apart", () => {
  const all = Uint32Array.from(y.keys());
  const fold = { train: all.subarray(0, 700), test: all.subarray(700) };
  const { testScores } = crossValidate(make, x, y, { cv: [fold], scoring: "accuracy" });
  expect(testScores.accuracy).toEqual(Float64Array.of(55 / 68));
  const validate = (train: Uint32Array, test: Uint32Array) =>
    crossValidate(make, x, y, { cv: [{ train, test }], scoring: "accuracy" });
  expect(() => validate(all.subarray(0, 701), fold.test)).toThrow(
    "cv, fold 0: found row 700 on both sides, expected training and test rows apart.",
  );
  expect(() => validate(fold.train, Uint32Array.of(768))).toThrow(
    "cv, fold 0: found row 768, expected whole numbers from 0 to 767.",
  );
  expect(() => validate(fold.train, new Uint32Array())).toThrow(ShapeError);
  expect(() => crossValidate(make, x, y, { cv: [], scoring: "accuracy" })).toThrow("found no folds");
});

test("a fold of one class is an error, and so are folds that do not test each row once", () => {
  const sorted = Float64Array.from(y).sort();
  expect(() => crossValidate(make, x, sorted, { cv: new KFold(), scoring: "rocAuc" })).toThrow(OneClassError);
  expect(() => crossValPredict(make, x, y, { cv: new TimeSeriesSplit() })).toThrow(
    "crossValPredict: row 1 (counted from 1) is tested in 0 folds, expected in one.",
  );
});

test("a class with fewer rows than folds is a warning", () => {
  const rows = table({ a: new Float64Array(6) });
  const warnings: string[] = [];
  const onWarning = (warning: string) => warnings.push(warning);
  const dummy = () => new DummyClassifier({ strategy: "prior" });
  const labels = ["a", "a", "a", "a", "a", "b"];
  crossValidate(dummy, rows, labels, { cv: 3, scoring: "accuracy", onWarning });
  crossValPredict(dummy, rows, labels, { cv: 3, onWarning });
  gridSearch({ candidates: [{}], make: dummy, x: rows, y: labels, cv: 3, scoring: "accuracy", onWarning });
  expect(warnings.length).toBe(3);
  expect(new Set(warnings).size).toBe(1);
  expect(warnings[0]).toMatch(
    /^StratifiedKFold: the rarest class, "b", has 1 row\(s\), fewer than the 3 folds/,
  );
});

test("lengths that do not match are errors", () => {
  expect(() => crossValidate(make, x, y.subarray(1), { scoring: "accuracy" })).toThrow(ShapeError);
  expect(() => crossValidate(make, x, y, { scoring: "accuracy", sampleWeight: [1] })).toThrow(
    "x has 768 rows, y has 768 and sampleWeight 1. They must have the same number.",
  );
});

test("a filtered table has its visible rows only", () => {
  const rows = table({ a: Float64Array.of(0, 9, 1, 9, 2, 9) }).filter((row: { a: number }) => row.a < 9);
  const predicted = crossValPredict(() => new GivenRegressor(), rows, Float64Array.of(0, 1, 2), { cv: 3 });
  expect(predicted).toEqual(Float64Array.of(0, 1, 2));
});
