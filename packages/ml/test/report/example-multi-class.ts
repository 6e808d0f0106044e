import type { MultiClassEvaluation } from "../../src/report/multi-class-evaluation.js";

/** Ten flowers of three classes, seven of them judged rightly: small enough to check by hand. */
export const threeClasses: MultiClassEvaluation = {
  title: "Kinds of iris",
  unit: { singular: "flower", plural: "flowers" },
  classes: ["setosa", "versicolor", "virginica"],
  confusionMatrix: [
    [4, 0, 0],
    [1, 2, 1],
    [0, 1, 1],
  ],
  curves: [
    { label: "setosa", fpr: [0, 0, 1], tpr: [0, 1, 1], auc: 1 },
    {
      label: "versicolor",
      fpr: [0, 0.5, 1],
      tpr: [0, 0.75, 1],
      auc: 0.625,
      interval: { lower: 0.3, upper: 0.95, confidence: 0.95 },
    },
    { label: "virginica", fpr: [0, 0.25, 1], tpr: [0, 0.5, 1], auc: 0.625 },
  ],
  logLoss: { value: 0.7123 },
  intervals: { macroF1: { lower: 0.4, upper: 0.9, confidence: 0.95 } },
  baseline: { label: "setosa", accuracy: 0.4, logLoss: 1.0549 },
  coefficients: {
    per: "1 standard deviation",
    entries: [
      { name: "sepal length", values: [-0.25, 0.125, null] },
      { name: "petal width", values: [-2.5, 0.5, 2] },
    ],
    references: [{ column: "colour", category: "blue" }],
  },
  importances: {
    score: "accuracy",
    repeats: 5,
    rowsOf: "the test set",
    entries: [
      { name: "sepal length", mean: -0.01, std: 0.02 },
      { name: "petal width", mean: 0.4, std: 0.05 },
    ],
  },
  data: {
    trainRows: [20, 10, 10],
    columnsOf: "the training set",
    columns: [{ name: "petal width", mean: 1.2, std: 0.8, min: 0.1, max: 2.5, missing: 0 }],
  },
  parameters: [{ name: "C", value: 1 }],
  notes: ["Ten flowers are few."],
};

const hostile = `</td><script>alert("1")</script> ${"endless".repeat(20)}`;
const thirty = Array.from({ length: 30 }, (_, i) =>
  i === 0 ? hostile : i % 2 === 0 ? `class ${i}` : `a rather long name of class number ${i}`,
);

/** What must not break the page: many classes, some without rows, undefined figures, long and hostile names. */
export const thirtyClasses: MultiClassEvaluation = {
  ...threeClasses,
  title: hostile,
  classes: thirty,
  confusionMatrix: thirty.map((_, i) =>
    thirty.map((__, j) => (i === 7 ? 0 : i === j ? 1_234_567 : j === 9 ? 0 : (i * j) % 1200)),
  ),
  curves: thirty
    .filter((_, i) => i !== 7)
    .map((label, i) => ({ label, fpr: [0, 0.1, 1], tpr: [0, 0.5 + i / 60, 1], auc: 0.7 + i / 100 })),
  logLoss: { value: Number.NaN },
  intervals: undefined,
  baseline: { label: hostile, accuracy: 0.03, logLoss: Number.NaN },
  coefficients: {
    per: "1 unit",
    entries: Array.from({ length: 60 }, (_, i) => ({
      name: i === 0 ? hostile : `column ${i}`,
      values: thirty.map((__, j) => (i === 1 ? null : j === 2 ? Number.NaN : (i - 30) * (j - 15))),
    })),
  },
  importances: {
    score: "accuracy",
    repeats: 10,
    rowsOf: hostile,
    entries: Array.from({ length: 40 }, (_, i) => ({
      name: "x".repeat(80) + i,
      mean: i / 1000,
      std: i === 3 ? Number.NaN : 0.001,
    })),
  },
  data: { ...threeClasses.data, trainRows: thirty.map((_, i) => i * 1000) },
  warnings: [hostile],
};

/** A test set without rows. */
export const noRows: MultiClassEvaluation = {
  ...threeClasses,
  confusionMatrix: [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ],
  curves: [],
  logLoss: { value: Number.NaN },
  baseline: { label: "setosa", accuracy: Number.NaN, logLoss: Number.NaN },
  coefficients: undefined,
  importances: undefined,
  data: { trainRows: [0, 0, 0], columns: [] },
  parameters: [],
  notes: [],
};
