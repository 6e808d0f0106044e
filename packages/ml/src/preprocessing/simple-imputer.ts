import { materialize, numericColumn, replaceColumns, type Table } from "../columns.js";
import { ColumnMismatchError, InvalidParameterError, NotFittedError, ShapeError } from "../errors.js";
import type { Transformer } from "../estimator.js";
import { requireColumns } from "../require-columns.js";
import { parseStored } from "../stored-model.js";
import { type ImputationStrategy, imputationStatistic } from "./imputation-statistic.js";
import { fillMissing, presentNumbers } from "./missing-numbers.js";
import { type StoredSimpleImputer, simpleImputerSchema } from "./simple-imputer-schema.js";

/** Which numbers are missing, and how to fill them in. */
export interface SimpleImputerOptions {
  /** The statistic to fill in; of several most frequent values, the smallest. Default: "mean". */
  readonly strategy?: ImputationStrategy;
  /** The number that means a missing value, such as 0 for a blood pressure. Default: NaN. */
  readonly missingValues?: number;
  /** The columns to fill in; others stay unchanged, whatever they hold. Default: all. */
  readonly columns?: readonly string[];
}

/**
 * Fills in missing numbers of each column with its mean, median or most frequent value.
 *
 * @example
 * const imputer = new SimpleImputer({ strategy: "median", missingValues: 0, columns: ["Glucose", "BMI"] });
 * const xFilled = imputer.fitTransform(xTrain);
 *
 * @see scikit-learn, impute.SimpleImputer: but a column without any value is an error here, not dropped
 */
export class SimpleImputer implements Transformer {
  readonly #strategy: ImputationStrategy;
  readonly #missingValues: number;
  readonly #columns: readonly string[] | undefined;
  #fitted: StoredSimpleImputer | undefined;

  /** @throws {InvalidParameterError} when missingValues is infinite or columns is empty */
  constructor({ strategy = "mean", missingValues = Number.NaN, columns }: SimpleImputerOptions = {}) {
    if (Math.abs(missingValues) === Number.POSITIVE_INFINITY) {
      throw new InvalidParameterError("missingValues", missingValues, "NaN or a finite number");
    }
    if (columns?.length === 0) {
      throw new InvalidParameterError(
        "columns",
        "no column",
        "at least one; to fill in all, leave the option out",
      );
    }
    this.#strategy = strategy;
    this.#missingValues = missingValues;
    this.#columns = columns;
  }

  /**
   * An imputer from its stored form.
   * @throws {InvalidModelError} when `json` does not have the form of `toJSON`
   */
  static fromJSON(json: unknown): SimpleImputer {
    const stored = parseStored("SimpleImputer", simpleImputerSchema, json);
    const { strategy, missingValues, columns } = stored;
    const imputer = new SimpleImputer({ strategy, missingValues: missingValues ?? Number.NaN, columns });
    imputer.#fitted = stored;
    return imputer;
  }

  /**
   * Learns the fill value of each column.
   * @param x n ≥ 1 rows; except for missing cells, the columns to fill in hold finite numbers
   * @throws {ColumnMismatchError} when one of `columns` is not in the table
   * @throws {NotFiniteError} naming column and row of a NaN or infinity that does not mean missing
   * @throws {ShapeError} when a column has no value to learn from
   */
  fit(x: Table): this {
    const table = materialize(x);
    const featureNames = table.columnNames();
    const columns = [...(this.#columns ?? featureNames)];
    if (columns.some((name) => !featureNames.includes(name))) {
      throw new ColumnMismatchError("SimpleImputer", columns, featureNames);
    }
    const statistics = columns.map((name) => {
      const column = numericColumn(table, name);
      const present = presentNumbers({ name, column, missing: this.#missingValues });
      if (present.length === 0) {
        throw new ShapeError(
          `SimpleImputer.fit: column "${name}" holds no value to learn from: every cell is ` +
            `${this.#missingValues}. Drop the column.`,
        );
      }
      return imputationStatistic(present, this.#strategy);
    });
    this.#fitted = {
      formatVersion: 1,
      estimator: "SimpleImputer",
      strategy: this.#strategy,
      missingValues: Number.isNaN(this.#missingValues) ? null : this.#missingValues,
      featureNames,
      columns,
      statistics,
    };
    return this;
  }

  /**
   * The table without missing values: same rows, same columns.
   * @param x a table with the columns of `fit` in the same order
   * @throws {NotFittedError} before `fit`
   * @throws {ColumnMismatchError} naming missing and surplus columns
   * @throws {NotFiniteError} naming column and row of a NaN or infinity that does not mean missing
   */
  transform(x: Table): Table {
    const { featureNames, columns, statistics } = this.#learned();
    const table = materialize(x);
    requireColumns("SimpleImputer", featureNames, table);
    const filled = new Map<string, Float64Array>(
      columns.map((name, j) => {
        const column = numericColumn(table, name);
        // A column that was widened is a copy already.
        const filled = column === table.column(name) ? new Float64Array(column.length) : column;
        const numbers = { name, column, missing: this.#missingValues };
        return [name, fillMissing(numbers, statistics[j] ?? this.#missingValues, filled)];
      }),
    );
    return replaceColumns(table, filled);
  }

  /** `fit`, then `transform` of the same table. */
  fitTransform(x: Table): Table {
    return this.fit(x).transform(x);
  }

  /** Fill value of each column, by name. */
  get statistics(): Readonly<Record<string, number>> {
    const { columns, statistics } = this.#learned();
    return Object.fromEntries(columns.map((name, j) => [name, statistics[j] ?? Number.NaN]));
  }

  /** The stored form, for `fromJSON`; its schema is `simpleImputerSchema`. */
  toJSON(): StoredSimpleImputer {
    return this.#learned();
  }

  #learned(): StoredSimpleImputer {
    if (this.#fitted === undefined) throw new NotFittedError("SimpleImputer");
    return this.#fitted;
  }
}
