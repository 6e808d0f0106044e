import type { RegressionEvaluation } from "../../src/report/regression-evaluation.js";

/** Four houses: small enough to check by hand. */
export const fourHouses: RegressionEvaluation = {
  title: "House prices",
  unit: { singular: "house", plural: "houses" },
  target: { name: "price", unit: "kEUR" },
  metrics: {
    r2: { value: 0.68, interval: { lower: 0.5, upper: 0.8, confidence: 0.95 } },
    rootMeanSquaredError: { value: 63.25 },
    meanAbsoluteError: { value: 50, interval: { lower: 30, upper: 70, confidence: 0.95 } },
    medianAbsoluteError: { value: 40 },
    meanAbsolutePercentageError: { value: 0.2292 },
  },
  baseline: {
    name: "the mean of the training rows",
    value: 250,
    rootMeanSquaredError: 111.8,
    meanAbsoluteError: 100,
  },
  predictions: { actual: [100, 200, 300, 400], predicted: [120, 260, 300, 280] },
  coefficients: {
    per: "1 standard deviation",
    entries: [
      { name: "rooms", coefficient: -3, interval: { lower: -9, upper: 3, confidence: 0.95 } },
      { name: "area", coefficient: 52, interval: { lower: 47, upper: 57, confidence: 0.95 } },
      { name: "area in feet", coefficient: null, interval: null },
    ],
    references: [{ column: "district", category: "North" }],
  },
  importances: {
    score: "R²",
    repeats: 5,
    rowsOf: "the test set",
    entries: [{ name: "area", mean: 0.5, std: 0.02 }],
  },
  data: {
    train: { rows: 16, mean: 250, std: 110, min: 90, max: 500 },
    test: { rows: 4, mean: 250, std: 129.1, min: 100, max: 400 },
    columns: [{ name: "area", mean: 120, std: 40, min: 20, max: 900, missing: 3 }],
  },
  parameters: [{ name: "alpha", value: 1 }],
  notes: ["Four houses are few."],
};

const hostile = `</td><script>alert("1")</script> ${"endless".repeat(20)}`;
const undefinedFigure = { value: Number.NaN };

/** Many rows with heavy tails, undefined figures, long and hostile names. */
export const manyRows: RegressionEvaluation = {
  ...fourHouses,
  title: hostile,
  target: { name: hostile, unit: hostile },
  metrics: {
    r2: { value: -1e9 },
    rootMeanSquaredError: { value: 1e300 },
    meanAbsoluteError: {
      value: 1234567.891,
      interval: { lower: 0, upper: Number.POSITIVE_INFINITY, confidence: 0.95 },
    },
    medianAbsoluteError: undefinedFigure,
    meanAbsolutePercentageError: { value: 1e15 },
  },
  baseline: { name: hostile, value: 0, rootMeanSquaredError: Number.NaN, meanAbsoluteError: 0 },
  predictions: {
    actual: Float64Array.from({ length: 20_000 }, (_, i) =>
      i % 1000 === 5 ? 1e9 * (i - 1e4) : (i % 97) * 1e4,
    ),
    predicted: Float64Array.from({ length: 20_000 }, (_, i) => (i % 89) * 1e4),
  },
  coefficients: {
    per: hostile,
    entries: Array.from({ length: 50 }, (_, i) => ({
      name: i === 0 ? hostile : `column ${i}`,
      coefficient: i === 1 ? Number.NaN : i * 1e7,
      interval:
        i === 2
          ? { lower: Number.NaN, upper: 1, confidence: 0.95 }
          : { lower: -1, upper: i * 2e7, confidence: 0.95 },
    })),
  },
  importances: undefined,
};

/** A test set without rows. */
export const noHouses: RegressionEvaluation = {
  ...fourHouses,
  metrics: {
    r2: undefinedFigure,
    rootMeanSquaredError: undefinedFigure,
    meanAbsoluteError: undefinedFigure,
    medianAbsoluteError: undefinedFigure,
  },
  baseline: {
    name: "the mean",
    value: Number.NaN,
    rootMeanSquaredError: Number.NaN,
    meanAbsoluteError: Number.NaN,
  },
  predictions: { actual: [], predicted: [] },
  coefficients: undefined,
  importances: undefined,
};
