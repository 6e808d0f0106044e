import {
  type Column,
  calibrationCurve,
  type Evaluation,
  type NumericColumn,
  type RocCurve,
  requireNumeric,
  type Table,
  type ThresholdRule,
  wilsonInterval,
} from "@tiphys/ml";
import type * as z from "zod";
import { columnsWithZeroAsMissing } from "../missing-values.js";
import type { StoredModel } from "../model.js";
import type { ModelDescription } from "../models/model-kind.js";
import { modelOf } from "../models.js";
import { findTransformer } from "../preprocessing.js";
import type { splitSettingsSchema } from "../split-settings.js";
import { readThreshold } from "../threshold.js";
import type { BinaryMetrics, MetricEstimate } from "./metrics.js";
import { missingNotes } from "./missing-notes.js";
import { summarizeCategories, summarizeColumns } from "./summarize-columns.js";
import { wording } from "./wording.js";

/** The inputs of the evaluation. */
export interface Evaluated {
  readonly model: StoredModel;
  readonly xTrain: Table;
  readonly yTrain: Column;
  readonly yTest: Column;
  readonly scores: NumericColumn;
  readonly settings: z.output<typeof splitSettingsSchema>;
  readonly metrics: BinaryMetrics;
  readonly curve: RocCurve;
}

/** The content of the evaluation's page: the figures, in this project's words. */
export function describeEvaluation(evaluated: Evaluated): Evaluation {
  const { model, xTrain, yTrain, yTest, scores, settings, metrics, curve } = evaluated;
  const { preprocessing, classifier, classWeight, threshold } = model;
  const kind = modelOf(classifier);
  const described = kind.describe({ classifier, preprocessing, classWeight, xTrain, yTrain });
  const actual = requireNumeric("yTest", yTest);
  const calibration = calibrationCurve(yTest, scores, { nBins: 10, strategy: "quantile" });
  return {
    title: wording.title,
    subtitle: wording.subtitle(kind.title),
    unit: wording.unit,
    positiveLabel: wording.positiveLabel,
    negativeLabel: wording.negativeLabel,
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
    scores: { probabilities: scores, positive: actual, threshold: threshold.value },
    calibration: Array.from(calibration.counts, (count, i) => {
      const observedShare = calibration.probTrue[i] ?? Number.NaN;
      return {
        meanPredicted: calibration.probPred[i] ?? Number.NaN,
        observedShare,
        count,
        interval: wilsonInterval(Math.round(observedShare * count), count),
      };
    }),
    coefficients: described.coefficients,
    data: {
      train: { rows: yTrain.length, positives: countOnes(requireNumeric("yTrain", yTrain)) },
      test: { rows: actual.length, positives: countOnes(actual) },
      columnsOf: "the training set",
      columns: summarizeColumns(xTrain, columnsWithZeroAsMissing),
      categories: summarizeCategories(xTrain),
    },
    parameters: [
      { name: "testSize", value: settings.testSize },
      { name: "randomState", value: settings.randomState },
      { name: "stratify", value: settings.stratify },
      ...(kind.preprocessing === "raw"
        ? []
        : [
            {
              name: "missing",
              value: findTransformer(preprocessing, "SimpleImputer")?.strategy ?? "keep",
            },
          ]),
      ...described.parameters,
      { name: "classWeight", value: classWeight },
      { name: "threshold", value: threshold.rule },
    ],
    warnings: [...described.warnings, ...(settings.warnings ?? [])],
    notes: notes(evaluated, described),
  };
}

function notes(evaluated: Evaluated, { oddsRatioNote }: ModelDescription): string[] {
  const { model, settings, metrics } = evaluated;
  return [
    thresholdNote(model.threshold),
    baselineNote(evaluated),
    ...classWeightNotes(model),
    ...missingNotes(model),
    ...(settings.skippedRows === 0
      ? []
      : [
          `${settings.skippedRows} of ${settings.rows + settings.skippedRows} rows broke the dataset's contract and were left out.`,
        ]),
    ...divisionNotes(settings),
    ...sharedRowsNotes(settings),
    `Confidence intervals are Wilson's for shares, DeLong's for the AUC, ${f1Method(metrics)} for F1, and normal ones for the Brier score${
      oddsRatioNote === undefined ? "." : ` and the odds ratios. ${oddsRatioNote}`
    }`,
    wording.limits,
  ];
}

/** The method of the F1 interval: the delta method gives none at 0 and 1, see `f1Interval`. */
function f1Method({ f1 }: BinaryMetrics): string {
  return f1.value === 0 || f1.value === 1
    ? "Wilson's of tp / (tp + fp + fn), carried over,"
    : "the delta method's";
}

/** A note if rows were not drawn one by one. */
function divisionNotes({ division }: Evaluated["settings"]): string[] {
  if (division === undefined) return [];
  const { by, column } = division;
  return by === "group"
    ? [
        `All rows of one ${column} are training rows, or all are test rows: the figures are those for a ${column} that the model has not seen. testSize is the share of the different values of ${column}.`,
      ]
    : [
        `The test rows are the newest by ${column}: every training row is older. The figures are those for rows that come later; randomState has no effect.`,
      ];
}

/** How the threshold was found, in words. */
function thresholdNote({ value, rule }: StoredModel["threshold"]): string {
  const found = readThreshold(rule);
  const from = (limit: string) =>
    `Rows with a probability of at least ${limit} are predicted as “${wording.positiveLabel}”`;
  if (typeof found === "number") return `${from(String(found))}.`;
  return `${from(String(Number(value.toPrecision(6))))}: the threshold ${ruleInWords(found)}, chosen by a fifth of the training rows, after a fit on the others.`;
}

function ruleInWords(rule: ThresholdRule): string {
  switch (rule.by) {
    case "f1":
      return "of the highest F1";
    case "balancedAccuracy":
      return "of the highest balanced accuracy";
    case "recall":
      return `of the highest precision among those that find at least ${Number((100 * rule.atLeast).toPrecision(12))}% of “${wording.positiveLabel}”`;
    case "cost":
      return `of the lowest cost, ${rule.falseNegative} for each missed “${wording.positiveLabel}” and ${rule.falsePositive} for each false alarm`;
  }
}

/** A note if the classes were weighted. */
function classWeightNotes({ classWeight, classifier }: StoredModel): string[] {
  if (classWeight === "none") return [];
  const weighted =
    "Both classes weigh the same in training, however many rows they have: predicted probabilities are those of classes that are equally frequent, not of these data.";
  return [
    classifier.estimator === "LogisticRegression"
      ? `${weighted} The odds ratios are those of a fit without these weights.`
      : weighted,
  ];
}

/** What a prediction of always the same class would give. */
function baselineNote({ yTrain, yTest }: Evaluated): string {
  const isPositive = 2 * countOnes(requireNumeric("yTrain", yTrain)) > yTrain.length;
  const positives = countOnes(requireNumeric("yTest", yTest));
  const share = (isPositive ? positives : yTest.length - positives) / yTest.length;
  const label = isPositive ? wording.positiveLabel : wording.negativeLabel;
  return `To compare: always predicting “${label}”, the more frequent class of the training rows, has an accuracy of ${(100 * share).toFixed(1)}% and an AUC of 0.5.`;
}

/** A note if test rows are also in the training rows. */
function sharedRowsNotes({ sharedRows = 0 }: Evaluated["settings"]): string[] {
  if (sharedRows === 0) return [];
  const rows = sharedRows === 1 ? "1 test row stands" : `${sharedRows} test rows stand`;
  return [
    `${rows} in the training rows too, cell for cell. Where these are copies of one case, the figures are better than they would be for new cases.`,
  ];
}

function estimate({ value, interval }: MetricEstimate): Evaluation["metrics"]["accuracy"] {
  return { value: value ?? Number.NaN, interval: interval ?? undefined };
}

function countOnes(values: NumericColumn): number {
  let ones = 0;
  for (let row = 0; row < values.length; row++) if (values[row] === 1) ones++;
  return ones;
}
