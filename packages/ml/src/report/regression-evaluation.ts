import type { Interval } from "../metrics/interval.js";
import type { Estimate } from "./estimate.js";
import type { ColumnSummaries, Reference, Unit } from "./evaluation.js";
import type { PageHead } from "./html-page.js";
import type { FeatureImportances } from "./sections/importances.js";
import type { Remarks } from "./sections/remarks.js";

/** The evaluation of a model of a number on a test set: plain data for `regressionEvaluationPage`. */
export interface RegressionEvaluation extends PageHead, Remarks {
  /** Name of one row of the data, e.g. `{ singular: "house", plural: "houses" }`. */
  readonly unit: Unit;
  readonly target: PredictedTarget;
  /** Figures of the test rows, e.g. with intervals by `bootstrapInterval`. */
  readonly metrics: RegressionMetrics;
  /** What a model that looks at no column would get on the same test rows. */
  readonly baseline: RegressionBaseline;
  readonly predictions: Predictions;
  /** Undefined for a model without coefficients. */
  readonly coefficients?: LinearCoefficients | undefined;
  readonly importances?: FeatureImportances | undefined;
  readonly data: RegressionDataSummary;
}

/** The number that is predicted. */
export interface PredictedTarget {
  /** In words for the reader, e.g. "price". */
  readonly name: string;
  /** What it is measured in, e.g. "EUR". */
  readonly unit?: string | undefined;
}

export interface RegressionMetrics {
  readonly r2: Estimate;
  /** In the target's unit, as the next two. */
  readonly rootMeanSquaredError: Estimate;
  readonly meanAbsoluteError: Estimate;
  readonly medianAbsoluteError: Estimate;
  /** A share: 0.1 is 10 %. Undefined where it means nothing, as for a target that can be 0. */
  readonly meanAbsolutePercentageError?: Estimate | undefined;
}

export interface RegressionBaseline {
  /** What it always predicts, in words that follow "always predicting", e.g. "the mean of the training rows". */
  readonly name: string;
  /** That number. */
  readonly value: number;
  readonly rootMeanSquaredError: number;
  readonly meanAbsoluteError: number;
}

/** The true and the predicted numbers of the n test rows, finite. */
export interface Predictions {
  readonly actual: ArrayLike<number>;
  readonly predicted: ArrayLike<number>;
}

/** The coefficients of a linear model. */
export interface LinearCoefficients {
  /** The increase of a column that a coefficient is about, e.g. "1 standard deviation". */
  readonly per: string;
  readonly entries: readonly LinearCoefficient[];
  /** The reference category of each categorical column, which has no entry itself. */
  readonly references?: readonly Reference[] | undefined;
}

export interface LinearCoefficient {
  readonly name: string;
  /** Change of the prediction in the target's unit; null where the training rows do not determine it. */
  readonly coefficient: number | null;
  /** 95 % confidence interval. */
  readonly interval?: Interval | null | undefined;
}

export interface RegressionDataSummary extends ColumnSummaries {
  readonly train: TargetSummary;
  readonly test: TargetSummary;
}

/** The target in one set of rows. */
export interface TargetSummary {
  readonly rows: number;
  readonly mean: number;
  readonly std: number;
  readonly min: number;
  readonly max: number;
}
