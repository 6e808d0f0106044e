import { expect, test } from "vitest";
import { dataWarnings } from "../src/data-warnings.js";

const y = (rows: number) => Float64Array.from({ length: rows }, (_, i) => Number(i % 4 === 0));
const gaps = (rows: number, empty: number) =>
  Float64Array.from({ length: rows }, (_, i) => (i < empty ? Number.NaN : (i * 37) % 11));
const texts = (rows: number, empty: number) =>
  Array.from({ length: rows }, (_, i) => (i < empty ? "" : (["a", "b", "c"][(i * 37) % 3] ?? "")));

test("warns of columns with more than 5 % of empty cells, and says what becomes of categories", () => {
  const split = { names: ["age", "weight", "boat", "deck"], yTrain: y(200), yTest: y(40) };

  const warnings = dataWarnings({
    ...split,
    train: [gaps(200, 10), gaps(200, 11), texts(200, 128), texts(200, 10)],
    test: [gaps(40, 20), gaps(40, 0), texts(40, 0), texts(40, 20)],
  });

  expect(warnings).toEqual([
    "weight is empty in 11 of 200 training rows (5.5%).",
    "boat is empty in 128 of 200 training rows (64.0%): that is a category of its own, “(empty)”.",
  ]);
});

test("names the first five columns of which the same is to be said, and counts the others", () => {
  const names = Array.from({ length: 12 }, (_, j) => `x${j}`);

  const warnings = dataWarnings({
    names,
    train: names.map(() => gaps(200, 50)),
    test: names.map(() => gaps(40, 0)),
    yTrain: y(200),
    yTest: y(40),
  });

  expect(warnings).toHaveLength(6);
  expect(warnings[5]).toBe("The same holds for 7 more columns.");
});

test("warns of a column whose presence alone predicts the target, in numbers and in texts", () => {
  // Filled in for the positive rows, but for one training row.
  const paid = (labels: Float64Array) =>
    labels.map((label, i) => (label === 1 && (i !== 4 || labels.length === 80) ? (i * 37) % 11 : Number.NaN));
  const [yTrain, yTest] = [y(400), y(80)];
  const reason = (labels: Float64Array) =>
    Array.from(labels, (label, i) => (label === 0 ? "" : (["a", "b"][i % 2] ?? "")));

  const warnings = dataWarnings({
    names: ["paid", "reason", "some"],
    train: [paid(yTrain), reason(yTrain), gaps(400, 12)],
    test: [paid(yTest), reason(yTest), gaps(80, 3)],
    yTrain,
    yTest,
  });

  expect(warnings.slice(0, 2)).toEqual([
    "Whether paid is empty predicts Outcome alone: AUC 0.995. Check that it is not filled in after Outcome is known, and leave it out otherwise.",
    "Whether reason is empty predicts Outcome alone: AUC 1.000. Check that it is not filled in after Outcome is known, and leave it out otherwise.",
  ]);
  expect(warnings.slice(2).every((warning) => / is empty in \d+ of 400 training rows/.test(warning))).toBe(
    true,
  );
});

test("warns of classes with few rows, and says what a row counts for", () => {
  const labels = (rows: number, positive: number) =>
    Float64Array.from({ length: rows }, (_, i) => Number(i < positive));
  const warningsOf = (ofTrain: number, ofTest: number) =>
    dataWarnings({
      names: ["x"],
      train: [gaps(200, 0)],
      test: [gaps(40, 0)],
      yTrain: labels(200, ofTrain),
      yTest: labels(40, ofTest),
    });

  expect(warningsOf(20, 5)).toEqual([]);
  expect(warningsOf(19, 4)).toEqual([
    "Only 19 training rows are Outcome 1: what the model has learned of this class rests on them.",
    "Only 4 test rows are Outcome 1: each counts for 25% of the recall. Another randomState may give very different figures.",
  ]);
  expect(warningsOf(100, 39)).toEqual([
    "Only 1 test row is Outcome 0: each counts for 100% of the specificity. Another randomState may give very different figures.",
  ]);
  expect(warningsOf(199, 20)).toEqual([
    "Only 1 training row is Outcome 0: what the model has learned of this class rests on them.",
  ]);
});
