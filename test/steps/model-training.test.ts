import { LogisticRegression, type Table, trainTestSplit } from "@tiphys/ml";
import { table } from "arquero";
import { expect, test } from "vitest";
import { scaledDiabetes } from "../../packages/ml/test/diabetes.js";
import { modelSchema, predictPositive } from "../../src/model.js";
import { modelTraining } from "../../src/steps/model-training.js";
import { largestRelativeError, loadDiabetes, reference } from "../reference.js";
import { scalingOf, trainingDefaults } from "../training.js";

const { xTrain, yTrain } = scaledDiabetes();
const raw = trainTestSplit({ ...loadDiabetes(), testSize: 0.2, randomState: 42 });
const preprocessing = scalingOf(raw.xTrain);

test("trains the model whose coefficients are scikit-learn's to nine digits", async () => {
  const { model } = await modelTraining.run({ xTrain, yTrain, preprocessing, ...trainingDefaults });

  const { coef, intercept } = reference.newton_cholesky;
  const classifier = LogisticRegression.fromJSON(model.classifier);
  expect(largestRelativeError(classifier.coef[0], coef)).toBeLessThan(1e-9);
  expect(largestRelativeError(classifier.intercept, [intercept])).toBeLessThan(1e-9);
});

test("stores a model that its schema accepts after a round through JSON", async () => {
  const { model } = await modelTraining.run({ xTrain, yTrain, preprocessing, ...trainingDefaults });

  expect(modelSchema.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
  expect(model.preprocessing).toEqual(preprocessing);
});

test("stores a model that scores raw rows", async () => {
  const { model } = await modelTraining.run({ xTrain, yTrain, preprocessing, ...trainingDefaults });
  const { x } = loadDiabetes();

  const scores = predictPositive(model, x);

  const tested = reference.split.test_index.map((i) => scores[i] ?? Number.NaN);
  expect(largestRelativeError(tested, reference.probabilities)).toBeLessThan(1e-9);
});

test("draws coefficients towards 0 for a smaller C", async () => {
  const strong = await modelTraining.run({ xTrain, yTrain, preprocessing, ...trainingDefaults, C: 0.001 });
  const weak = await modelTraining.run({ xTrain, yTrain, preprocessing, ...trainingDefaults });

  const norm = ({ model }: typeof strong) =>
    Math.hypot(...LogisticRegression.fromJSON(model.classifier).coef[0]);
  expect(norm(strong)).toBeLessThan(norm(weak) / 2);
});

test("logs how many steps it took", async () => {
  expect(await linesOf({ xTrain, yTrain, C: 1 })).toEqual(["converged after 6 Newton steps on 614 rows"]);
});

test("says that a fit with collinear columns and next to no penalty converged, and that its coefficients are not unique", async () => {
  const centimetres = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2];
  const collinear = table({ h_cm: centimetres, h_in: centimetres.map((value) => value / 2.54) });

  const lines = await linesOf({
    xTrain: collinear,
    yTrain: Float64Array.of(0, 0, 1, 0, 1, 0, 1, 1),
    C: 1e18,
  });

  expect(lines).toEqual([
    expect.stringMatching(/^The Hessian is singular at the solution: columns are collinear/),
    expect.stringMatching(/^converged after [4-8] Newton steps on 8 rows$/),
  ]);
});

test("does not say that it converged where it did not", async () => {
  const lines = await linesOf({
    xTrain: table({ a: [1e300, -1e300, 1e300, -2e300] }),
    yTrain: Float64Array.of(0, 0, 1, 1),
    C: 1,
  });

  expect(lines.filter((line) => /converge/.test(line))).toEqual([
    expect.stringMatching(/^LogisticRegression did not converge in 1 iteration/),
  ]);
});

async function linesOf(inputs: { xTrain: Table; yTrain: Float64Array; C: number }): Promise<string[]> {
  const lines: string[] = [];
  const context = {
    log: (line: string) => void lines.push(line),
    progress() {},
    signal: new AbortController().signal,
    attempt: 1,
    scratch: "",
  };
  await modelTraining.run({ ...trainingDefaults, ...inputs, preprocessing }, context);
  return lines;
}
