import { expect, test } from "vitest";
import {
  brierScoreLoss,
  InvalidParameterError,
  logLoss,
  NotFiniteError,
  OneClassError,
  ShapeError,
} from "../../src/index.js";
import { reference, reference19, scaledDiabetes } from "../diabetes.js";

const { yTest } = scaledDiabetes();

test("Brier score and log loss are scikit-learn's on the diabetes data", () => {
  expect(brierScoreLoss(yTest, reference.probabilities)).toBeCloseTo(reference19.brier, 14);
  expect(logLoss(yTest, reference.probabilities)).toBeCloseTo(reference19.log_loss, 14);
});

test("the Brier score is the mean squared distance", () => {
  expect(brierScoreLoss(["no", "yes"], [0.5, 0])).toBe((0.25 + 1) / 2);
  expect(brierScoreLoss(["no", "yes"], [0.5, 0], { posLabel: "no" })).toBe((0.25 + 0) / 2);
});

test("a wrong prediction of 0 or 1 has scikit-learn's loss, not infinity", () => {
  expect(logLoss([0, 1, 1], [0, 1, 0])).toBeCloseTo(reference19.log_loss_certain, 12);
});

test.each([
  ["brierScoreLoss", brierScoreLoss],
  ["logLoss", logLoss],
])("%s refuses what are no probabilities, one class and different lengths", (_, loss) => {
  expect(() => loss([0, 1], [0.5, 1.5])).toThrow(InvalidParameterError);
  expect(() => loss([0, 1], [-0.1, 0.5])).toThrow("yProb, row 1 (counted from 1): found -0.1");
  expect(() => loss([0, 1], [0.5, Number.NaN])).toThrow(NotFiniteError);
  expect(() => loss([1, 1], [0.5, 0.5])).toThrow(OneClassError);
  expect(() => loss([0, 1], [0.5])).toThrow(ShapeError);
});
