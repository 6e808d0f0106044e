import type { Interval } from "../metrics/interval.js";
import type { Estimate } from "./estimate.js";
import type { PageHead } from "./html-page.js";
import type { FeatureImportances } from "./sections/importances.js";
import type { Remarks } from "./sections/remarks.js";

/** The evaluation of a binary classifier on a test set: plain data for `evaluationPage`. */
export interface Evaluation extends PageHead, Remarks {
  /** Name of one row of the data, e.g. `{ singular: "patient", plural: "patients" }`. */
  readonly unit: Unit;
  /** Name of the class whose probability is predicted, in words for the reader, e.g. "diabetes". */
  readonly positiveLabel: string;
  readonly negativeLabel: string;
  readonly metrics: EvaluationMetrics;
  /** Rows are the true class, columns the predicted one, negative first: `[[tn, fp], [fn, tp]]`. */
  readonly confusionMatrix: readonly [readonly [number, number], readonly [number, number]];
  /** Points of the ROC curve from (0, 0) to (1, 1), rates from 0 to 1; empty if the test set has one class only. */
  readonly roc: { readonly fpr: ArrayLike<number>; readonly tpr: ArrayLike<number> };
  readonly scores: Scores;
  /** Bins of predicted probability; the chart omits empty bins. */
  readonly calibration: readonly CalibrationBin[];
  /** Undefined for a model without coefficients. */
  readonly coefficients?: Coefficients | undefined;
  readonly importances?: FeatureImportances | undefined;
  /** What a model that looks at no column would get on the same test rows. */
  readonly baseline?: ClassBaseline | undefined;
  /** How the threshold was chosen, and what an error costs. */
  readonly thresholdChoice?: ThresholdReason | undefined;
  /** The precision–recall curve, as `precisionRecallCurve` returns it. */
  readonly precisionRecall?: PrecisionRecall | undefined;
  readonly data: DataSummary;
}

export interface Unit {
  readonly singular: string;
  readonly plural: string;
}

export interface EvaluationMetrics {
  readonly accuracy: Estimate;
  /** Sensitivity: tp / (tp + fn). */
  readonly recall: Estimate;
  /** tn / (tn + fp). */
  readonly specificity: Estimate;
  /** Positive predictive value: tp / (tp + fp). */
  readonly precision: Estimate;
  /** tn / (tn + fn). */
  readonly negativePredictiveValue: Estimate;
  readonly f1: Estimate;
  /** Area under the ROC curve. */
  readonly auc: Estimate;
  /** Mean squared difference between probability and outcome: 0 is best. */
  readonly brierScore: Estimate;
}

export interface Scores {
  /** Predicted probability of the positive class, one per row of the test set. */
  readonly probabilities: ArrayLike<number>;
  /** The true class of the same rows: true or 1 for positive. */
  readonly positive: ArrayLike<boolean | number>;
  /** A row is predicted positive if its probability is at least this. */
  readonly threshold: number;
}

/** A model that looks at no column. */
export interface ClassBaseline {
  /** Name of the class that it always predicts: the most frequent one of the training rows. */
  readonly label: string;
  /** Its share of right predictions on the test rows. */
  readonly accuracy: number;
  /** Log loss on the test rows of predicting the training rows' shares of the classes; NaN where it is not known. */
  readonly logLoss: number;
}

export interface ThresholdReason {
  /** As a clause: "chosen on validation rows so that the errors cost least". */
  readonly chosen: string;
  /** What one error of each kind costs; undefined where that is not known. */
  readonly cost?: { readonly falsePositive: number; readonly falseNegative: number } | undefined;
}

export interface PrecisionRecall {
  readonly precision: ArrayLike<number>;
  readonly recall: ArrayLike<number>;
  readonly averagePrecision: Estimate;
}

export interface CalibrationBin {
  readonly meanPredicted: number;
  /** Share of the bin's rows that are positive. */
  readonly observedShare: number;
  readonly count: number;
  /** 95 % confidence interval of `observedShare`. */
  readonly interval?: Interval | undefined;
}

export interface Coefficients {
  /** The increase of a column that multiplies the odds by exp(log odds ratio), e.g. "1 standard deviation". */
  readonly per: string;
  readonly entries: readonly Coefficient[];
  /** The reference category of each categorical column, which has no entry itself. */
  readonly references?: readonly Reference[] | undefined;
}

export interface Reference {
  readonly column: string;
  readonly category: string;
}

/** A column's coefficient in the model, and its odds ratio as far as the training rows determine it. */
export type Coefficient = {
  readonly name: string;
  /** The model's coefficient. */
  readonly coefficient: number;
} & (
  | {
      /** Default: the model's coefficient. */
      readonly logOddsRatio?: number | undefined;
      /** Standard error of the log odds ratio. */
      readonly standardError?: number | undefined;
    }
  | {
      /** Why the training rows do not determine an odds ratio, as a clause: "all 37 rows are “yes”". */
      readonly undetermined: string;
    }
);

export interface DataSummary extends ColumnSummaries {
  readonly train: RowCounts;
  readonly test: RowCounts;
}

/** What the columns of the table hold. */
export interface ColumnSummaries {
  /** The rows that the figures of the columns describe, e.g. "the training set"; part of the table's caption. */
  readonly columnsOf?: string | undefined;
  /** Columns of numbers. */
  readonly columns: readonly ColumnSummary[];
  /** Columns of categories. */
  readonly categories?: readonly CategorySummary[] | undefined;
}

export interface RowCounts {
  readonly rows: number;
  readonly positives: number;
}

export interface ColumnSummary {
  readonly name: string;
  readonly mean: number;
  readonly std: number;
  readonly min: number;
  readonly max: number;
  readonly missing: number;
  /** Number of zeros, for columns in which a zero may mean "not measured". */
  readonly zeros?: number | undefined;
}

export interface CategorySummary {
  readonly name: string;
  /** Number of distinct categories; empty cells do not count. */
  readonly categories: number;
  /** Undefined where every cell is empty. */
  readonly mostFrequent: { readonly category: string; readonly rows: number } | undefined;
  /** Empty cells. */
  readonly missing: number;
  /** All rows, those with empty cells included. */
  readonly rows: number;
}
