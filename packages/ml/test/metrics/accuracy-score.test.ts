import { expect, test } from "vitest";
import { accuracyScore, ShapeError } from "../../src/index.js";
import { reference, scaledDiabetes } from "../diabetes.js";

test("is scikit-learn's on the diabetes data", () => {
  expect(accuracyScore(scaledDiabetes().yTest, reference.predictions)).toBe(reference.metrics.accuracy);
});

test("is the share of the right predictions", () => {
  expect(accuracyScore(["a", "b", "c", "a"], ["a", "b", "a", "b"])).toBe(0.5);
});

test.each([
  [[0, 1], [0]],
  [[], []],
])("refuses %j with %j", (yTrue, yPred) => {
  expect(() => accuracyScore(yTrue, yPred)).toThrow(ShapeError);
});
