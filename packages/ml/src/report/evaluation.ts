import type { Interval } from "../metrics/interval.js";

/** The evaluation of a binary classifier on a test set: plain data for `evaluationPage`. */
export interface Evaluation {
  readonly title: string;
  readonly subtitle?: string | undefined;
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
  readonly data: DataSummary;
  /** The parameters of the run, in display order. */
  readonly parameters: readonly { readonly name: string; readonly value: string | number | boolean }[];
  /** What a reader must know before they trust the figures, e.g. that the fit did not converge. Shown at the top. */
  readonly warnings?: readonly string[] | undefined;
  /** How the intervals were computed, limits of the study, what the page must not be used for. Shown at the end. */
  readonly notes?: readonly string[] | undefined;
}

export interface Unit {
  readonly singular: string;
  readonly plural: string;
}

/** A figure from 0 to 1 and its 95 % confidence interval. NaN means undefined, and is shown as a dash. */
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
  /** Predicted probability of the positive class, one per row of the test set. */
  readonly probabilities: ArrayLike<number>;
  /** The true class of the same rows: true or 1 for positive. */
  readonly positive: ArrayLike<boolean | number>;
  /** A row is predicted positive if its probability is at least this. */
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

export interface DataSummary {
  readonly train: RowCounts;
  readonly test: RowCounts;
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
