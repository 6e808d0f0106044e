import { table } from "arquero";
import { expect, test } from "vitest";
import { scaledDiabetes } from "../packages/ml/test/diabetes.js";
import { modelSchema, openModel } from "../src/model.js";
import { modelTraining } from "../src/steps/model-training.js";
import { classesAt, readThreshold } from "../src/threshold.js";
import { scalingOf, trainingDefaults } from "./training.js";

test.each([
  ["0.5", 0.5],
  [".3", 0.3],
  ["1e-3", 0.001],
  ["max-f1", { by: "f1" }],
  ["recall>=0.8", { by: "recall", atLeast: 0.8 }],
  ["recall>=1", { by: "recall", atLeast: 1 }],
  ["cost(fn=5,fp=1)", { by: "cost", falseNegative: 5, falsePositive: 1 }],
  ["cost(fn=0.5,fp=20)", { by: "cost", falseNegative: 0.5, falsePositive: 20 }],
])("%s is read", (text, rule) => {
  expect(readThreshold(text)).toEqual(rule);
});

test.each([
  "",
  "0",
  "1",
  "1.5",
  "-0.1",
  "NaN",
  "half",
  "recall>=0",
  "recall>=1.1",
  "recall>0.8",
  "cost(fn=5)",
  "cost(fn=1e999,fp=1)",
])("%j is none, and the message says what is allowed", (text) => {
  expect(() => readThreshold(text)).toThrow(
    `threshold: found ${JSON.stringify(text)}, expected a number above 0 and below 1, max-f1, recall>=SHARE, or cost(fn=NUMBER,fp=NUMBER).`,
  );
});

// scikit-learn 1.9.1: see fixtures/thresholds.py.
test.each([
  ["max-f1", 0.2496480161302906],
  ["recall>=0.9", 0.25141224192785455],
  ["cost(fn=5,fp=1)", 0.1983322354226565],
])(
  "training with %s stores scikit-learn's threshold, and the model of the default",
  async (rule, expected) => {
    const { xTrain, yTrain } = scaledDiabetes();
    const inputs = { xTrain, yTrain, preprocessing: scalingOf(xTrain), ...trainingDefaults };

    const { model } = await modelTraining.run({ ...inputs, threshold: rule });

    expect(model.threshold).toEqual({ value: expect.closeTo(expected, 12), rule });
    expect(model.classifier).toEqual((await modelTraining.run(inputs)).model.classifier);
  },
);

test("a probability that equals the threshold is positive", () => {
  expect(classesAt(0.3, Float64Array.of(0.29, 0.3, 0.31))).toEqual(Float64Array.of(0, 1, 1));
});

test("a rule needs rows of both classes to choose by, and says how many there are", () => {
  const xTrain = table({ a: Float64Array.from({ length: 40 }, (_, row) => row) });
  const yTrain = Float64Array.from({ length: 40 }, (_, row) => Number(row % 13 === 0));
  const inputs = { xTrain, yTrain, preprocessing: scalingOf(xTrain), ...trainingDefaults };

  expect(() => modelTraining.run({ ...inputs, threshold: "max-f1" })).toThrow(
    "threshold: found max-f1, which needs rows of both classes among the validation rows, a fifth of the training rows. One class has 4 training rows.",
  );
});

test("a threshold at which no row is positive is stored as it is", async () => {
  const { xTrain, yTrain } = scaledDiabetes();
  const inputs = { xTrain, yTrain, preprocessing: scalingOf(xTrain), ...trainingDefaults };

  const { model } = await modelTraining.run({ ...inputs, threshold: "cost(fn=1,fp=1000000)" });

  expect(model.threshold.value).toBeGreaterThan(0.9);
  const above = modelSchema.parse({ ...model, threshold: { value: 1 + Number.EPSILON, rule: "max-f1" } });
  expect(new Set(openModel(above).predictPrepared(xTrain).yPred)).toEqual(new Set([0]));
});
