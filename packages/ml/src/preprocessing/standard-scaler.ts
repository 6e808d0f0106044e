import {
  materialize,
  type NumericColumn,
  narrowColumn,
  numericColumn,
  replaceColumns,
  requireFinite,
  type Table,
  widen,
} from "../columns.js";
import { ColumnMismatchError, NotFittedError, ShapeError } from "../errors.js";
import type { Transformer } from "../estimator.js";
import { columnMoments } from "../kernels/column-moments.js";
import { scaleColumn } from "../kernels/scale-column.js";
import { requireColumns } from "../require-columns.js";
import { parseStored } from "../stored-model.js";
import { isConstant, meanAndVariance } from "./moments.js";
import { type StoredStandardScaler, standardScalerSchema } from "./standard-scaler-schema.js";

/** What to do with which columns. */
export interface StandardScalerOptions {
  /** Whether to centre on 0. Default: `true`. */
  readonly withMean?: boolean;
  /** Whether to scale to unit variance. Default: `true`. */
  readonly withStd?: boolean;
  /** The columns to scale; others stay unchanged, with mean 0 and scale 1. Default: all. */
  readonly columns?: readonly string[];
}

/**
 * Centres each column on 0 and scales it to unit variance: (x − mean) / std, std with n in the denominator.
 *
 * @example
 * const scaler = new StandardScaler().fit(xTrain);
 * const scaled = scaler.transform(xTest);
 *
 * @see scikit-learn, preprocessing.StandardScaler: a constant column is scaled by 1
 */
export class StandardScaler implements Transformer {
  readonly #withMean: boolean;
  readonly #withStd: boolean;
  readonly #columns: readonly string[] | undefined;
  #fitted: StoredStandardScaler | undefined;

  constructor({ withMean = true, withStd = true, columns }: StandardScalerOptions = {}) {
    this.#withMean = withMean;
    this.#withStd = withStd;
    this.#columns = columns;
  }

  /**
   * A scaler from its stored form.
   * @throws {InvalidModelError} when `json` does not have the form of `toJSON`
   */
  static fromJSON(json: unknown): StandardScaler {
    const stored = parseStored("StandardScaler", standardScalerSchema, json);
    const scaler = new StandardScaler(stored);
    scaler.#fitted = stored;
    return scaler;
  }

  /**
   * Learns mean and standard deviation of each column.
   * @param x n ≥ 1 rows of finite numbers
   * @throws {ColumnMismatchError} when one of `columns` is not in the table
   * @throws {NotFiniteError} naming column and row of the first NaN or infinity
   * @throws {ShapeError} when the table has no rows
   */
  fit(x: Table): this {
    const table = materialize(x);
    if (table.numRows() === 0) {
      throw new ShapeError("StandardScaler.fit: the table has no rows. It needs at least one.");
    }
    const featureNames = table.columnNames();
    const columns = this.#columns ?? featureNames;
    if (columns.some((name) => !featureNames.includes(name))) {
      throw new ColumnMismatchError("StandardScaler", columns, featureNames);
    }
    const moments = featureNames.map((name) => {
      if (columns.includes(name)) return momentsOf(table, name);
      requireFinite(name, numericColumn(table, name));
      return { mean: 0, variance: 1 };
    });
    this.#fitted = {
      formatVersion: 1,
      estimator: "StandardScaler",
      withMean: this.#withMean,
      withStd: this.#withStd,
      featureNames,
      nSamplesSeen: table.numRows(),
      mean: moments.map(({ mean }) => mean),
      var: moments.map(({ variance }) => variance),
      scale: moments.map(({ mean, variance }) =>
        this.#withStd && !isConstant(mean, variance, table.numRows()) ? Math.sqrt(variance) : 1,
      ),
    };
    return this;
  }

  /**
   * The scaled table: same rows, same columns.
   * @param x finite numbers, with the columns of `fit` in the same order
   * @throws {NotFittedError} before `fit`
   * @throws {ColumnMismatchError} naming missing and surplus columns
   * @throws {NotFiniteError} naming column and row of the first NaN or infinity
   */
  transform(x: Table): Table {
    return this.#map(x, (column, name, mean, scale) => {
      const fast = scaleColumn(column, mean, scale);
      return fast ?? requireFinite(name, widen(column)).map((value) => (value - mean) / scale);
    });
  }

  /** `fit`, then `transform` of the same table. */
  fitTransform(x: Table): Table {
    return this.fit(x).transform(x);
  }

  /**
   * Undoes `transform`.
   * @throws as `transform` does
   */
  inverseTransform(x: Table): Table {
    return this.#map(x, (column, name, mean, scale) =>
      requireFinite(name, widen(column)).map((value) => value * scale + mean),
    );
  }

  /** Names of the columns it was fitted on. */
  get featureNames(): readonly string[] {
    return this.#learned().featureNames;
  }

  /** Mean of each column, in its units. */
  get mean(): readonly number[] {
    return this.#learned().mean;
  }

  /** Variance of each column, n in the denominator. */
  get var(): readonly number[] {
    return this.#learned().var;
  }

  /** Divisor of each column: its standard deviation; 1 for a constant column or with `withStd: false`. */
  get scale(): readonly number[] {
    return this.#learned().scale;
  }

  /** The stored form, for `fromJSON`; its schema is `standardScalerSchema`. */
  toJSON(): StoredStandardScaler {
    return this.#learned();
  }

  #learned(): StoredStandardScaler {
    if (this.#fitted === undefined) throw new NotFittedError("StandardScaler");
    return this.#fitted;
  }

  #map(
    x: Table,
    change: (column: NumericColumn, name: string, mean: number, scale: number) => Float64Array,
  ): Table {
    const { featureNames, mean, scale } = this.#learned();
    const table = materialize(x);
    requireColumns("StandardScaler", featureNames, table);
    const columns = featureNames.map((name, j): [string, Float64Array] => {
      const m = this.#withMean ? (mean[j] ?? 0) : 0;
      return [name, change(narrowColumn(table, name), name, m, scale[j] ?? 1)];
    });
    return replaceColumns(table, new Map(columns));
  }
}

function momentsOf(table: Table, name: string): { mean: number; variance: number } {
  const column = narrowColumn(table, name);
  return columnMoments(column) ?? meanAndVariance(requireFinite(name, widen(column)));
}
