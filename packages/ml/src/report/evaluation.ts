import type { Interval } from "../metrics/interval.js";

/** What is known about a binary classifier's run on a test set: plain data, from which `evaluationPage` draws. */
export interface Evaluation {
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** What one row of the data is, e.g. `{ singular: "patient", plural: "patients" }`. */
  readonly unit: Unit;
  /** The class that the probabilities are about, as a reader would call it, e.g. "diabetes". */
  readonly positiveLabel: string;
  readonly negativeLabel: string;
  readonly metrics: EvaluationMetrics;
  /** Rows are the true class, columns the predicted one, negative first: `[[tn, fp], [fn, tp]]`. */
  readonly confusionMatrix: readonly [readonly [number, number], readonly [number, number]];
  /** The ROC curve's points from (0, 0) to (1, 1), shares from 0 to 1; empty if the test set has one class only. */
  readonly roc: { readonly fpr: ArrayLike<number>; readonly tpr: ArrayLike<number> };
  readonly scores: Scores;
  /** Bins of predicted probability; empty bins are left out of the chart. */
  readonly calibration: readonly CalibrationBin[];
  /** Left out for a model that has none. */
  readonly coefficients?: Coefficients | undefined;
  readonly data: DataSummary;
  /** The parameters of the run, in the order to show them. */
  readonly parameters: readonly { readonly name: string; readonly value: string | number | boolean }[];
  /** What a reader must know before they trust the figures, e.g. that the fit did not converge. Shown at the top. */
  readonly warnings?: readonly string[] | undefined;
  /** How the intervals were made, limits of the study, what the page must not be used for. Shown at the end. */
  readonly notes?: readonly string[] | undefined;
}

export interface Unit {
  readonly singular: string;
  readonly plural: string;
}

/** A figure from 0 to 1 and its 95 % confidence interval. NaN stands for "undefined" and shows as a dash. */
export interface Estimate {
  readonly value: number;
  readonly interval?: Interval | undefined;
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
  /** Predicted probability of the positive class, one a row of the test set. */
  readonly probabilities: ArrayLike<number>;
  /** The true class of the same rows: true or 1 for positive. */
  readonly positive: ArrayLike<boolean | number>;
  /** A row is predicted positive if its probability reaches this. */
  readonly threshold: number;
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
  /** What a column rises by when the odds are multiplied by exp(log odds ratio), e.g. "1 standard deviation". */
  readonly per: string;
  readonly entries: readonly Coefficient[];
  /** The category of each categorical column that its others are compared with, and that has no entry itself. */
  readonly references?: readonly Reference[] | undefined;
}

export interface Reference {
  readonly column: string;
  readonly category: string;
}

/** What the model multiplies a column by, and what the training rows say about the column's odds ratio. */
export type Coefficient = {
  readonly name: string;
  /** The model's own. */
  readonly coefficient: number;
} & (
  | {
      /** Default: the model's coefficient. */
      readonly logOddsRatio?: number | undefined;
      /** Of the log odds ratio. */
      readonly standardError?: number | undefined;
    }
  | {
      /** Why the training rows do not determine an odds ratio, as a clause: "all 37 rows are “yes”". */
      readonly undetermined: string;
    }
);

export interface DataSummary {
  readonly train: RowCounts;
  readonly test: RowCounts;
  /** Which rows the columns' figures are about, e.g. "the training set"; part of the table's caption. */
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
  /** Worth giving where a zero may stand for "not measured". */
  readonly zeros?: number | undefined;
}

export interface CategorySummary {
  readonly name: string;
  /** How many different ones there are; an empty cell is none. */
  readonly categories: number;
  /** Undefined where every cell is empty. */
  readonly mostFrequent: { readonly category: string; readonly rows: number } | undefined;
  /** Empty cells. */
  readonly missing: number;
  /** Rows, with empty cells or without. */
  readonly rows: number;
}
