import {
  type Column,
  calibrationCurve,
  type Evaluation,
  type RocCurve,
  type Table,
  wilsonInterval,
} from "@pipeline/ml";
import type * as z from "zod";
import { zeroMeansMissing } from "../dataset.js";
import type { StoredModel } from "../model.js";
import { numbers } from "../numbers.js";
import type { splitSettingsSchema } from "../steps/load-and-split-dataset.js";
import type { Estimate, Metrics } from "./metrics.js";
import { summarizeColumns } from "./summarize-columns.js";

export interface Evaluated {
  readonly model: StoredModel;
  readonly xTrain: Table;
  readonly yTrain: Column;
  readonly yTest: Column;
  readonly scores: Float64Array;
  readonly settings: z.output<typeof splitSettingsSchema>;
  readonly metrics: Metrics;
  readonly curve: RocCurve;
}

/** What the evaluation's page shows: this project's words for the figures. */
export function describeEvaluation(evaluated: Evaluated): Evaluation {
  const { model, xTrain, yTrain, yTest, scores, settings, metrics, curve } = evaluated;
  const { classifier, preprocessing } = model;
  const actual = numbers("yTest", yTest);
  const calibration = calibrationCurve(yTest, scores, { nBins: 10, strategy: "quantile" });
  return {
    title: "Diabetes prediction: evaluation",
    subtitle: "Logistic regression on the Pima Indians Diabetes data",
    unit: { singular: "patient", plural: "patients" },
    positiveLabel: "diabetes",
    negativeLabel: "no diabetes",
    metrics: {
      accuracy: estimate(metrics.accuracy),
      recall: estimate(metrics.recall),
      specificity: estimate(metrics.specificity),
      precision: estimate(metrics.precision),
      negativePredictiveValue: estimate(metrics.negativePredictiveValue),
      f1: estimate(metrics.f1),
      auc: estimate(metrics.rocAuc),
      brierScore: estimate(metrics.brierScore),
    },
    confusionMatrix: metrics.confusionMatrix,
    roc: curve,
    scores: { probabilities: scores, positive: actual, threshold: 0.5 },
    calibration: Array.from(calibration.counts, (count, i) => {
      const observedShare = calibration.probTrue[i] ?? Number.NaN;
      const { lower, upper } = wilsonInterval(Math.round(observedShare * count), count);
      return {
        meanPredicted: calibration.probPred[i] ?? Number.NaN,
        observedShare,
        count,
        interval: { low: lower, high: upper },
      };
    }),
    coefficients: {
      per: "1 standard deviation",
      entries: classifier.featureNames.map((name, i) => ({
        name,
        coefficient: classifier.coef[i] ?? Number.NaN,
        standardError: classifier.standardErrors?.coef[i],
      })),
    },
    data: {
      train: { rows: yTrain.length, positives: countOnes(numbers("yTrain", yTrain)) },
      test: { rows: actual.length, positives: countOnes(actual) },
      columnsOf: "the training set",
      columns: summarizeColumns(xTrain, zeroMeansMissing),
    },
    parameters: [
      { name: "testSize", value: settings.testSize },
      { name: "randomState", value: settings.randomState },
      { name: "stratify", value: settings.stratify },
      { name: "missing", value: preprocessing.imputer === null ? "keep" : "median" },
      { name: "C", value: classifier.C ?? "no penalty" },
    ],
    warnings: classifier.warnings,
    notes: notes(evaluated),
  };
}

function notes({ model, settings }: Evaluated): string[] {
  return [
    model.preprocessing.imputer === null
      ? `Zeros in ${zeroMeansMissing.join(", ")} mean that nothing was measured. They were kept as they are, as in the original analysis; run with missing=median to fill them in.`
      : `Zeros in ${zeroMeansMissing.join(", ")} mean that nothing was measured. They were replaced by the median of the training rows.`,
    ...(settings.skippedRows === 0
      ? []
      : [
          `${settings.skippedRows} of ${settings.rows + settings.skippedRows} rows broke the dataset's contract and were left out.`,
        ]),
    "Confidence intervals are Wilson's for shares, DeLong's for the AUC, the delta method's for F1, and normal ones for the Brier score and the odds ratios. The odds ratios are those of a penalised fit, which draws them towards 1.",
    "The data is about women of at least 21 years of Pima Indian heritage. The model says nothing about anybody else, and is no medical device.",
  ];
}

function estimate({ value, interval }: Estimate): {
  value: number;
  interval?: { low: number; high: number };
} {
  return { value: value ?? Number.NaN, ...(interval === null ? {} : { interval }) };
}

function countOnes(values: Float64Array): number {
  return values.reduce((count, value) => count + (value === 1 ? 1 : 0), 0);
}
