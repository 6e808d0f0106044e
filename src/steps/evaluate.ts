import { accuracyScore, evaluationPage, rocAucConfidenceInterval, rocCurve, rocCurvePng } from "@tiphys/ml";
import { artifact, column, defineStep, html, json, metric, png, table, text } from "@tiphys/workflow";
import { classifierName } from "../classifier.js";
import { negativeClass, positiveClass } from "../dataset.js";
import { describeEvaluation } from "../evaluation/describe-evaluation.js";
import { binaryMetrics, metricsSchema, storedMetrics } from "../evaluation/metrics.js";
import { reportText } from "../evaluation/report-text.js";
import { wording } from "../evaluation/wording.js";
import { modelSchema } from "../model.js";
import { requireNumeric } from "../require-numeric.js";
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
        modelName: classifierName.title,
        onWarning: log,
      }),
    };
  },
});
