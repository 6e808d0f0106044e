import fc from "fast-check";
import { expect, test } from "vitest";
import { OneClassError, rocAucScore } from "../../src/index.js";
import { reference, reference19, scaledDiabetes } from "../diabetes.js";
import { mannWhitney } from "./mann-whitney.js";

const { yTest } = scaledDiabetes();

test("is scikit-learn's on the diabetes data", () => {
  expect(rocAucScore(yTest, reference.probabilities)).toBeCloseTo(reference.metrics.roc_auc, 14);
});

test("is scikit-learn's with many equal scores", () => {
  const scores = reference.probabilities.map((p) => Number(p.toFixed(1)));
  expect(rocAucScore(yTest, scores)).toBeCloseTo(reference19.roc_ties.auc, 14);
});

test("is the chance that a positive row scores above a negative one, ties half", () => {
  const rows = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: -5, max: 5 })), {
    minLength: 2,
    maxLength: 60,
  });
  fc.assert(
    fc.property(rows, (pairs) => {
      const yTrue = pairs.map(([positive]) => Number(positive));
      fc.pre(new Set(yTrue).size === 2);
      const scores = pairs.map(([, score]) => score);
      expect(rocAucScore(yTrue, scores)).toBeCloseTo(mannWhitney(yTrue, scores).auc, 12);
    }),
  );
});

test.each([
  ["a perfect ranking", [0.1, 0.2, 0.8, 0.9], 1],
  ["a reversed one", [0.9, 0.8, 0.2, 0.1], 0],
  ["equal scores", [0.5, 0.5, 0.5, 0.5], 0.5],
])("%s has %d", (_, scores, auc) => {
  expect(rocAucScore(["no", "no", "yes", "yes"], scores)).toBe(auc);
});

test("the other class as the positive one turns it over", () => {
  const auc = rocAucScore(yTest, reference.probabilities, { posLabel: 0 });
  expect(auc).toBeCloseTo(1 - reference.metrics.roc_auc, 14);
});

test("refuses one class", () => {
  expect(() => rocAucScore([0, 0], [0.1, 0.2])).toThrow(OneClassError);
});
