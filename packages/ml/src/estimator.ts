import type { Column, Table } from "./columns.js";
import type { Classes } from "./labels.js";

/** What a fit takes besides the rows. */
export interface FitOptions {
  /** One weight ≥ 0 for each row, as if the row stood in the table that many times. Default: 1 each. */
  readonly sampleWeight?: ArrayLike<number>;
}

/** What all models have in common. Each class also has a static `fromJSON`, the way back from `toJSON`. */
export interface Estimator {
  /**
   * Learns from a table and a target, and returns itself.
   * @param x n rows
   * @param y n labels of a classifier, or n numbers of a regressor
   */
  fit(x: Table, y: Column, options?: FitOptions): this;
  /** One label or number for each row of `x`, which has the columns of `fit` in the same order. */
  predict(x: Table): Column;
  /** Names of the columns it was fitted on. */
  readonly featureNames: readonly string[];
  /** The stored form; `estimator` is the name of the class, which tells stored forms apart. */
  toJSON(): { readonly estimator: string };
}

/** A model whose target is a class. */
export interface Classifier extends Estimator {
  /** The classes, ascending. */
  readonly classes: Classes;
  /** Probabilities from 0 to 1, which add up to 1 in each row: one array of n numbers for each of `classes`. */
  predictProba(x: Table): readonly Float64Array[];
}

/** A model whose target is a number. */
export interface Regressor extends Estimator {
  /** The predicted numbers, in the unit of the target. */
  predict(x: Table): Float64Array;
}

/** What learns a change of a table's columns, and makes it. */
export interface Transformer {
  fit(x: Table): this;
  /** A table of the same rows. */
  transform(x: Table): Table;
  /** `fit`, then `transform` of the same table, where that takes less time together. */
  fitTransform?(x: Table): Table;
  /** The stored form; `estimator` is the name of the class. */
  toJSON(): { readonly estimator: string };
}
