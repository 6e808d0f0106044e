import type { Interval } from "../metrics/interval.js";
import type { ClassCurve } from "../weakest-curves.js";
import type { Estimate } from "./estimate.js";
import type { ClassBaseline, ColumnSummaries, Reference, Unit } from "./evaluation.js";
import type { PageHead } from "./html-page.js";
import type { FeatureImportances } from "./sections/importances.js";
import type { Remarks } from "./sections/remarks.js";

/** The evaluation of a classifier of three or more classes on a test set: plain data for `multiClassEvaluationPage`. */
export interface MultiClassEvaluation extends PageHead, Remarks {
  /** Name of one row of the data, e.g. `{ singular: "flower", plural: "flowers" }`. */
  readonly unit: Unit;
  /** Names of the k ≥ 2 classes, in words for the reader; everything below has their order. */
  readonly classes: readonly string[];
  /** k × k numbers of test rows: rows are the true class, columns the predicted one, as `confusionMatrix` returns. */
  readonly confusionMatrix: readonly (readonly number[])[];
  /** ROC curve of each class against all others; none of a class that no test row has. */
  readonly curves: readonly ClassRocCurve[];
  /** Log loss of the predicted probabilities, as `logLoss` returns. */
  readonly logLoss: Estimate;
  /** Intervals of averages that the page computes itself, e.g. by `bootstrapInterval`. */
  readonly intervals?: MultiClassIntervals | undefined;
  /** What a model that looks at no column would get on the same test rows. */
  readonly baseline: ClassBaseline;
  /** Undefined for a model without coefficients. */
  readonly coefficients?: ClassCoefficients | undefined;
  readonly importances?: FeatureImportances | undefined;
  readonly data: MultiClassDataSummary;
}

export interface ClassRocCurve extends ClassCurve {
  /** 95 % confidence interval of the area, as `rocAucConfidenceInterval` of this class against the others has. */
  readonly interval?: Interval | undefined;
}

export interface MultiClassIntervals {
  readonly balancedAccuracy?: Interval | undefined;
  readonly macroF1?: Interval | undefined;
  readonly weightedF1?: Interval | undefined;
  readonly macroAuc?: Interval | undefined;
  readonly weightedAuc?: Interval | undefined;
}

/** The coefficients of a multinomial model: a number for each column and class. */
export interface ClassCoefficients {
  /** The increase of a column that a coefficient is about, e.g. "1 standard deviation". */
  readonly per: string;
  /** Each with k numbers; null where the training rows do not determine one. */
  readonly entries: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  /** The reference category of each categorical column, which has no entry itself. */
  readonly references?: readonly Reference[] | undefined;
}

export interface MultiClassDataSummary extends ColumnSummaries {
  /** Rows of each of the k classes in the training set. The test set's are those of the confusion matrix. */
  readonly trainRows: readonly number[];
}
