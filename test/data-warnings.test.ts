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
