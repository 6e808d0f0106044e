import { requireNumeric } from "@tiphys/ml";
import { expect, test } from "vitest";
import { scaledDiabetes } from "../../packages/ml/test/diabetes.js";
import { makePredictions } from "../../src/steps/make-predictions.js";
import { modelTraining } from "../../src/steps/model-training.js";
import { largestRelativeError, reference } from "../reference.js";
import { scalingOf, trainingDefaults } from "../training.js";

const { xTrain, xTest, yTrain } = scaledDiabetes();
const preprocessing = scalingOf(xTrain);

test("predicts scikit-learn's classes and probabilities", async () => {
  const { model } = await modelTraining.run({ xTrain, yTrain, preprocessing, ...trainingDefaults });

  const { yPred, yScore } = await makePredictions.run({ model, xTest });

  expect([...yPred]).toEqual(reference.predictions);
  expect(largestRelativeError(Float64Array.from(yScore, Number), reference.probabilities)).toBeLessThan(1e-9);
});

test("names the columns that a table lacks", async () => {
  const { model } = await modelTraining.run({ xTrain, yTrain, preprocessing, ...trainingDefaults });

  expect(() => makePredictions.run({ model, xTest: xTest.select("Glucose", "BMI") })).toThrow(/Pregnancies/);
});

test("predicts the positive class from the model's threshold on", async () => {
  const { model } = await modelTraining.run({
    xTrain,
    yTrain,
    preprocessing,
    ...trainingDefaults,
    threshold: "0.3",
  });

  const { yPred, yScore } = await makePredictions.run({ model, xTest });

  expect(model.threshold).toEqual({ value: 0.3, rule: "0.3" });
  const predicted = Array.from(requireNumeric("yPred", yPred));
  const scores = Array.from(requireNumeric("yScore", yScore));
  expect(predicted).toEqual(scores.map((score) => (score >= 0.3 ? 1 : 0)));
  // At 0.5 it is 57 rows.
  expect(predicted.filter((label) => label === 1).length).toBeGreaterThan(57);
});
