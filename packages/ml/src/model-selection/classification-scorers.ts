import type { Column } from "../columns.js";
import { positionOfClass } from "../labels.js";
import { accuracyScore } from "../metrics/accuracy-score.js";
import { averagePrecisionScore } from "../metrics/average-precision-score.js";
import { balancedAccuracyScore } from "../metrics/balanced-accuracy-score.js";
import { brierScoreLoss } from "../metrics/brier-score-loss.js";
import type { Average } from "../metrics/class-scores.js";
import { logLoss } from "../metrics/log-loss.js";
import { precisionRecallFscoreSupport } from "../metrics/precision-recall-fscore-support.js";
import { rocAucScore } from "../metrics/roc-auc-score.js";
import type { ResponseScorer, Responses } from "./responses.js";

/** The scores of classifiers by name. Losses are negative, so that greater is better for all. */
export const classificationScorers = {
  accuracy: ({ predicted }, y) => accuracyScore(y, predicted),
  balancedAccuracy: ({ predicted }, y) => balancedAccuracyScore(y, predicted),
  precision: (responses, y) => ofPositives(responses, y, "precision"),
  precisionMacro: ({ predicted }, y) => averaged(predicted, y, "macro").precision,
  precisionMicro: ({ predicted }, y) => averaged(predicted, y, "micro").precision,
  precisionWeighted: ({ predicted }, y) => averaged(predicted, y, "weighted").precision,
  recall: (responses, y) => ofPositives(responses, y, "recall"),
  recallMacro: ({ predicted }, y) => averaged(predicted, y, "macro").recall,
  recallMicro: ({ predicted }, y) => averaged(predicted, y, "micro").recall,
  recallWeighted: ({ predicted }, y) => averaged(predicted, y, "weighted").recall,
  f1: (responses, y) => ofPositives(responses, y, "fscore"),
  f1Macro: ({ predicted }, y) => averaged(predicted, y, "macro").fscore,
  f1Micro: ({ predicted }, y) => averaged(predicted, y, "micro").fscore,
  f1Weighted: ({ predicted }, y) => averaged(predicted, y, "weighted").fscore,
  rocAuc: (responses, y) => binaryAuc(responses, y),
  rocAucOvr: (responses, y) => multiclassAuc(responses, y, "ovr", "macro"),
  rocAucOvrWeighted: (responses, y) => multiclassAuc(responses, y, "ovr", "weighted"),
  rocAucOvo: (responses, y) => multiclassAuc(responses, y, "ovo", "macro"),
  rocAucOvoWeighted: (responses, y) => multiclassAuc(responses, y, "ovo", "weighted"),
  averagePrecision: (responses, y) =>
    responses.classes.length === 2
      ? averagePrecisionScore(y, responses.positiveProbabilities, { posLabel: responses.positiveClass })
      : averagePrecisionScore(y, responses.probabilities, { labels: responses.classes }),
  negLogLoss: ({ probabilities, classes }, y) => -logLoss(y, probabilities, { labels: classes }),
  negBrierScore: ({ probabilities, classes }, y) => -brierScoreLoss(y, probabilities, { labels: classes }),
} as const satisfies Record<string, ResponseScorer>;

/** A score of the greater of two classes; 0 where no row is of it, nor predicted so. */
function ofPositives(
  { predicted, positiveClass }: Responses,
  y: Column,
  score: "precision" | "recall" | "fscore",
): number {
  const scores = precisionRecallFscoreSupport(y, predicted);
  return scores[score][positionOfClass(scores.labels, positiveClass)] ?? 0;
}

function averaged(predicted: Column, y: Column, average: Average) {
  return precisionRecallFscoreSupport(y, predicted, { average });
}

function binaryAuc({ positiveProbabilities, positiveClass }: Responses, y: Column): number {
  return rocAucScore(y, positiveProbabilities, { posLabel: positiveClass });
}

function multiclassAuc(
  responses: Responses,
  y: Column,
  multiClass: "ovr" | "ovo",
  average: "macro" | "weighted",
): number {
  const { classes } = responses;
  if (classes.length === 2) return binaryAuc(responses, y);
  return rocAucScore(y, responses.probabilities, { multiClass, average, labels: classes });
}
