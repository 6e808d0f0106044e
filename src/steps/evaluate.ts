import {
  accuracyScore,
  type Column,
  classificationReport,
  evaluationPage,
  requireNumeric,
  rocAucConfidenceInterval,
  rocCurve,
  rocCurvePng,
} from "@tiphys/ml";
import { artifact, column, defineStep, html, json, metric, png, table, text } from "@tiphys/workflow";
import { negativeClass, positiveClass } from "../dataset.js";
import { describeEvaluation } from "../evaluation/describe-evaluation.js";
import { binaryMetrics, metricsSchema, storedMetrics } from "../evaluation/metrics.js";
import { wording } from "../evaluation/wording.js";
import { modelSchema } from "../model.js";
import { modelOf } from "../models.js";
import { splitSettingsSchema } from "../split-settings.js";

export const evaluate = defineStep({
  name: "evaluate",
  description:
    "Compares predictions with the truth: accuracy, classification report, ROC curve, and a page for people.",
  inputs: {
    model: artifact(json(modelSchema)),
    /** Raw rows, for the data summary. */
    xTrain: artifact(table),
    yTrain: artifact(column),
    yTest: artifact(column),
    yPred: artifact(column),
    yScore: artifact(column),
    settings: artifact(json(splitSettingsSchema)),
  },
  outputs: {
    accuracy: metric("maximize"),
    auc: metric("maximize", { entry: "rocAuc" }),
    report: artifact(text),
    page: artifact(html),
    metrics: artifact(json(metricsSchema)),
    rocCurve: artifact(png),
  },
  async run({ model, xTrain, yTrain, yTest, yPred, yScore, settings }, { log }) {
    const scores = requireNumeric("yScore", yScore);
    const accuracy = accuracyScore(yTest, yPred);
    const interval = rocAucConfidenceInterval(yTest, scores);
    const curve = rocCurve(yTest, scores);
    const metrics = binaryMetrics(yTest, yPred, scores, interval);
    log(`accuracy ${accuracy.toFixed(4)}, AUC ${interval.auc.toFixed(4)}`);
    return {
      accuracy,
      auc: interval.auc,
      report: reportText(yTest, yPred, [negativeClass, positiveClass], settings.warnings),
      page: evaluationPage(
        describeEvaluation({ model, xTrain, yTrain, yTest, scores, settings, metrics, curve }),
      ),
      metrics: storedMetrics(metrics),
      rocCurve: await rocCurvePng({
        ...curve,
        auc: interval.auc,
        interval,
        title: wording.rocCurveTitle,
        modelName: modelOf(model.classifier).title,
        onWarning: log,
      }),
    };
  },
});

/**
 * scikit-learn's classification report, followed by warnings about the data.
 * @param yTest labels of both classes, 1 for positive
 * @param classNames name of the negative class, then of the positive one
 */
export function reportText(
  yTest: Column,
  yPred: Column,
  classNames: readonly [negative: string | number, positive: string | number],
  warnings: readonly string[] = [],
): string {
  const report = classificationReport(yTest, yPred, { targetNames: classNames.map(String) });
  if (warnings.length === 0) return report;
  return `${report}\n${warnings.map((warning) => `Warning: ${warning}\n`).join("")}`;
}
