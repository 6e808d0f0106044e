import type { Evaluation } from "../../src/report/evaluation.js";

/** Eight parcels, six of them judged rightly: small enough to check by hand. */
export const example: Evaluation = {
  title: "Late parcels",
  unit: { singular: "parcel", plural: "parcels" },
  positiveLabel: "late",
  negativeLabel: "on time",
  metrics: {
    accuracy: { value: 0.75, interval: { lower: 0.409, upper: 0.929, confidence: 0.95 } },
    recall: { value: 2 / 3 },
    specificity: { value: 0.8 },
    precision: { value: 2 / 3 },
    negativePredictiveValue: { value: 0.8 },
    f1: { value: 2 / 3 },
    auc: { value: 0.8667, interval: { lower: 0.6, upper: 1, confidence: 0.95 } },
    brierScore: { value: 0.1488 },
  },
  confusionMatrix: [
    [4, 1],
    [1, 2],
  ],
  roc: { fpr: [0, 0, 0.2, 0.2, 0.4, 0.4, 1], tpr: [0, 1 / 3, 1 / 3, 2 / 3, 2 / 3, 1, 1] },
  scores: {
    probabilities: [0.05, 0.1, 0.3, 0.45, 0.7, 0.4, 0.6, 0.9],
    positive: [0, 0, 0, 0, 0, 1, 1, 1],
    threshold: 0.5,
  },
  calibration: [
    {
      meanPredicted: 0.26,
      observedShare: 0.2,
      count: 5,
      interval: { lower: 0.036, upper: 0.624, confidence: 0.95 },
    },
    {
      meanPredicted: 0.73,
      observedShare: 0.667,
      count: 3,
      interval: { lower: 0.208, upper: 0.939, confidence: 0.95 },
    },
  ],
  coefficients: {
    per: "1 standard deviation",
    entries: [
      { name: "weight", coefficient: -0.2478, standardError: 0.105 },
      { name: "distance", coefficient: 1.0711, standardError: 0.124 },
    ],
  },
  data: {
    train: { rows: 32, positives: 10 },
    test: { rows: 8, positives: 3 },
    columnsOf: "the training set",
    columns: [{ name: "distance", mean: 120.855, std: 32.009, min: 0, max: 199, missing: 2, zeros: 5 }],
  },
  parameters: [{ name: "randomState", value: 42 }],
  notes: ["Eight parcels are few."],
};

/** What must not break the page: nothing defined, everything too long, too large or too many. */
export const hardExample: Evaluation = {
  ...example,
  title: `</title><script>alert("1")</script> ${"endless".repeat(40)}`,
  positiveLabel: "not delivered within thirty working days of the order",
  negativeLabel: "delivered within thirty working days of the order".replaceAll(" ", "_"),
  metrics: {
    ...example.metrics,
    precision: { value: Number.NaN },
    auc: { value: 0.5, interval: { lower: 0.5, upper: 0.5, confidence: 0.95 } },
  },
  confusionMatrix: [
    [12_345_678, 0],
    [9_876_543, 0],
  ],
  calibration: [
    {
      meanPredicted: 0.02,
      observedShare: 0.03,
      count: 1_200_000,
      interval: { lower: 0.029, upper: 0.031, confidence: 0.95 },
    },
    { meanPredicted: 0.03, observedShare: 0.02, count: 900_000 },
    { meanPredicted: Number.NaN, observedShare: Number.NaN, count: 0 },
  ],
  coefficients: {
    per: "1 unit",
    entries: [
      ...Array.from({ length: 200 }, (_, index) => ({
        name: index % 2 === 0 ? `column_${index}` : "one_hot_".repeat(20) + index,
        coefficient: index === 0 ? 60 : index === 1 ? -60 : index === 2 ? Number.NaN : index / 100,
        standardError: index === 3 ? 0 : 0.5,
      })),
      {
        name: "one_hot_".repeat(20),
        coefficient: 5,
        undetermined: `all 12,345 rows are “${"late".repeat(40)}”`,
      },
    ],
    references: [{ column: "one_hot_".repeat(20), category: "c".repeat(120) }],
  },
  data: {
    ...example.data,
    columns: [
      {
        name: "x".repeat(90),
        mean: 1.2e12,
        std: 3e-9,
        min: -123_456.78,
        max: Number.NaN,
        missing: 1_234_567,
        zeros: 7_654_321,
      },
    ],
    categories: [
      {
        name: "y".repeat(90),
        categories: 12_345,
        mostFrequent: { category: "z".repeat(200), rows: 1_234_567 },
        missing: 9_876_543,
        rows: 12_345_678,
      },
    ],
  },
  parameters: [{ name: "p".repeat(90), value: "v".repeat(300) }],
  warnings: ["The fit did not converge: <b>look</b> at it."],
};
