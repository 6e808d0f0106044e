import { expect, test } from "vitest";
import { scaledDiabetes } from "../../packages/ml/test/diabetes.js";
import { makePredictions } from "../../src/steps/make-predictions.js";
import { modelTraining } from "../../src/steps/model-training.js";
import { largestRelativeError, reference } from "../reference.js";

const { scaler, xTrain, xTest, yTrain } = scaledDiabetes();
const preprocessing = { imputer: null, scaler: scaler.toJSON() };

test("predicts scikit-learn's classes and probabilities", async () => {
  const { model } = await modelTraining.run({ xTrain, yTrain, preprocessing, C: 1 });

  const { yPred, yScore } = await makePredictions.run({ model, xTest });

  expect([...yPred]).toEqual(reference.predictions);
  expect(largestRelativeError(Float64Array.from(yScore, Number), reference.probabilities)).toBeLessThan(1e-9);
});

test("names the columns that a table lacks", async () => {
  const { model } = await modelTraining.run({ xTrain, yTrain, preprocessing, C: 1 });

  expect(() => makePredictions.run({ model, xTest: xTest.select("Glucose", "BMI") })).toThrow(/Pregnancies/);
});
