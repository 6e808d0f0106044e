import {
  accuracyScore,
  brierScoreInterval,
  brierScoreLoss,
  type Column,
  confusionMatrix,
  f1Interval,
  type Interval,
  type NumericColumn,
  precisionRecallFscoreSupport,
  rocAucConfidenceInterval,
  wilsonInterval,
} from "@tiphys/ml";
import * as z from "zod";

const estimateSchema = z.strictObject({
  /** Null where undefined, such as a precision without any positive prediction. */
  value: z.number().nullable(),
  /** 95 % confidence interval: Wilson's for shares, DeLong's for the AUC, the delta method's for F1 (Wilson's at 0 and 1). */
  interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
});
type StoredEstimate = z.output<typeof estimateSchema>;

/** The schema of `metrics.json`. */
export const metricsSchema = z.strictObject({
  formatVersion: z.literal(1),
  rows: z.int(),
  accuracy: estimateSchema,
  recall: estimateSchema,
  specificity: estimateSchema,
  precision: estimateSchema,
  negativePredictiveValue: estimateSchema,
  f1: estimateSchema,
  rocAuc: estimateSchema,
  brierScore: estimateSchema,
  /** Rows are the true class, columns the predicted one: `[[tn, fp], [fn, tp]]`. */
  confusionMatrix: z.tuple([z.tuple([z.int(), z.int()]), z.tuple([z.int(), z.int()])]),
});
type StoredMetrics = z.output<typeof metricsSchema>;

/** A metric and its 95 % confidence interval; null where undefined. */
export interface MetricEstimate {
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** The metrics of a binary classifier, by their names in `metrics.json`. */
export type BinaryMetrics = {
  readonly [Name in keyof StoredMetrics]: StoredMetrics[Name] extends StoredEstimate
    ? MetricEstimate
    : StoredMetrics[Name];
};

/**
 * The metrics of a binary classifier on a test set, with 1 as the positive class.
 * @param scores predicted probabilities of the positive class, one per row
 * @param auc the area under the ROC curve. Default: computed
 * @throws {ShapeError} when the columns' lengths differ, or a class has fewer than two rows
 */
export function binaryMetrics(
  yTest: Column,
  yPred: Column,
  scores: NumericColumn,
  auc = rocAucConfidenceInterval(yTest, scores),
): BinaryMetrics {
  const [[tn = 0, fp = 0] = [], [fn = 0, tp = 0] = []] = confusionMatrix(yTest, yPred, { labels: [0, 1] });
  const { fscore } = precisionRecallFscoreSupport(yTest, yPred);
  return {
    formatVersion: 1,
    rows: yTest.length,
    accuracy: { ...share(tp + tn, yTest.length), value: accuracyScore(yTest, yPred) },
    recall: share(tp, tp + fn),
    specificity: share(tn, tn + fp),
    precision: share(tp, tp + fp),
    negativePredictiveValue: share(tn, tn + fn),
    f1: {
      value: fscore[1] ?? null,
      interval: f1Interval({ truePositives: tp, falsePositives: fp, falseNegatives: fn }),
    },
    rocAuc: { value: auc.auc, interval: auc },
    brierScore: { value: brierScoreLoss(yTest, scores), interval: brierScoreInterval(yTest, scores) },
    confusionMatrix: [
      [tn, fp],
      [fn, tp],
    ],
  };
}

/** The metrics in the form of `metrics.json`, where the bounds of an interval are called `low` and `high`. */
export function storedMetrics(metrics: BinaryMetrics): StoredMetrics {
  return {
    ...metrics,
    accuracy: stored(metrics.accuracy),
    recall: stored(metrics.recall),
    specificity: stored(metrics.specificity),
    precision: stored(metrics.precision),
    negativePredictiveValue: stored(metrics.negativePredictiveValue),
    f1: stored(metrics.f1),
    rocAuc: stored(metrics.rocAuc),
    brierScore: stored(metrics.brierScore),
  };
}

function share(successes: number, n: number): MetricEstimate {
  if (n === 0) return { value: null, interval: null };
  return { value: successes / n, interval: wilsonInterval(successes, n) };
}

function stored({ value, interval }: MetricEstimate): StoredEstimate {
  return { value, interval: interval && { low: interval.lower, high: interval.upper } };
}
