import { expect, test } from "vitest";
import { scaledDiabetes } from "../../packages/ml/test/diabetes.js";
import { modelSchema, score } from "../../src/model.js";
import { modelTraining } from "../../src/steps/model-training.js";
import { largestRelativeError, loadDiabetes, reference } from "../reference.js";

const { scaler, xTrain, yTrain } = scaledDiabetes();
const preprocessing = { imputer: null, scaler: scaler.toJSON() };

test("trains the model whose coefficients are scikit-learn's to nine digits", async () => {
  const { model } = await modelTraining.run({ xTrain, yTrain, preprocessing, C: 1 });

  const { coef, intercept } = reference.newton_cholesky;
  expect(largestRelativeError(model.classifier.coef, coef)).toBeLessThan(1e-9);
  expect(largestRelativeError([model.classifier.intercept], [intercept])).toBeLessThan(1e-9);
});

test("stores a model that its schema accepts after a round through JSON", async () => {
  const { model } = await modelTraining.run({ xTrain, yTrain, preprocessing, C: 1 });

  expect(modelSchema.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
  expect(model.preprocessing).toEqual(preprocessing);
});

test("stores a model that scores raw rows", async () => {
  const { model } = await modelTraining.run({ xTrain, yTrain, preprocessing, C: 1 });
  const { x } = loadDiabetes();

  const scores = score(model, x);

  const tested = reference.split.test_index.map((i) => scores[i] ?? Number.NaN);
  expect(largestRelativeError(tested, reference.probabilities)).toBeLessThan(1e-9);
});

test("draws coefficients towards 0 for a smaller C", async () => {
  const strong = await modelTraining.run({ xTrain, yTrain, preprocessing, C: 0.001 });
  const weak = await modelTraining.run({ xTrain, yTrain, preprocessing, C: 1 });

  const norm = (values: readonly number[]) => Math.hypot(...values);
  expect(norm(strong.model.classifier.coef)).toBeLessThan(norm(weak.model.classifier.coef) / 2);
});

test("logs how many steps it took", async () => {
  const lines: string[] = [];
  const context = {
    log: (line: string) => void lines.push(line),
    progress() {},
    signal: new AbortController().signal,
    attempt: 1,
    scratch: "",
  };

  await modelTraining.run({ xTrain, yTrain, preprocessing, C: 1 }, context);

  expect(lines).toEqual(["converged after 6 Newton steps on 614 rows"]);
});
