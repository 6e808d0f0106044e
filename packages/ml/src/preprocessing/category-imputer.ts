import { materialize, replaceColumns, type Table, textColumn, textColumnNames } from "../columns.js";
import { ColumnMismatchError, InvalidParameterError, NotFittedError, ShapeError } from "../errors.js";
import type { Transformer } from "../estimator.js";
import { requireColumns } from "../require-columns.js";
import { parseStored } from "../stored-model.js";
import { categoryImputerSchema, type StoredCategoryImputer } from "./category-imputer-schema.js";
import { mostFrequentText } from "./most-frequent-text.js";

/** Which texts are missing, and how to fill them in. */
export interface CategoryImputerOptions {
  /** The text that means a missing value. Default: "". */
  readonly missingValues?: string;
  /** The columns to fill in; others stay unchanged, whatever they hold. Default: all columns of texts. */
  readonly columns?: readonly string[];
  /**
   * Columns in which more than this share of values is missing, from 0 to 1, get a category for missing values instead,
   * because a missing value may be informative. Default: 1, never.
   */
  readonly ownCategoryAbove?: number;
  /** Name of that category. Default: "(empty)". */
  readonly ownCategory?: string;
}

/**
 * Fills in missing texts of each column with its most frequent text; of several, the smallest (by UTF-16 code units). Where
 * many are missing, it can give them a category of their own.
 *
 * @example
 * const imputer = new CategoryImputer({ columns: ["contract"] });
 * const xFilled = imputer.fitTransform(xTrain);
 *
 * @see scikit-learn, impute.SimpleImputer with strategy="most_frequent" on columns of texts, or with
 *   strategy="constant": but a column without any value is an error here, not dropped
 */
export class CategoryImputer implements Transformer {
  readonly #missingValues: string;
  readonly #columns: readonly string[] | undefined;
  readonly #ownCategoryAbove: number;
  readonly #ownCategory: string;
  #fitted: StoredCategoryImputer | undefined;

  /** @throws {InvalidParameterError} when `ownCategoryAbove` is not from 0 to 1 */
  constructor({
    missingValues = "",
    columns,
    ownCategoryAbove = 1,
    ownCategory = "(empty)",
  }: CategoryImputerOptions = {}) {
    if (!(ownCategoryAbove >= 0 && ownCategoryAbove <= 1)) {
      throw new InvalidParameterError("ownCategoryAbove", ownCategoryAbove, "a share from 0 to 1");
    }
    this.#missingValues = missingValues;
    this.#columns = columns;
    this.#ownCategoryAbove = ownCategoryAbove;
    this.#ownCategory = ownCategory;
  }

  /**
   * An imputer from its stored form.
   * @throws {InvalidModelError} when `json` does not have the form of `toJSON`
   */
  static fromJSON(json: unknown): CategoryImputer {
    const stored = parseStored("CategoryImputer", categoryImputerSchema, json);
    const imputer = new CategoryImputer(stored);
    imputer.#fitted = stored;
    return imputer;
  }

  /**
   * Learns the fill value of each column.
   * @param x n ≥ 1 rows; the columns to fill in hold texts
   * @throws {ColumnMismatchError} when one of `columns` is not in the table
   * @throws {NotTextError} naming column and row of a cell that is not a text
   * @throws {ShapeError} when a column has no value to learn from
   */
  fit(x: Table): this {
    const table = materialize(x);
    const featureNames = table.columnNames();
    const columns = [...(this.#columns ?? textColumnNames(table))];
    if (columns.some((name) => !featureNames.includes(name))) {
      throw new ColumnMismatchError("CategoryImputer", columns, featureNames);
    }
    this.#fitted = {
      formatVersion: 1,
      estimator: "CategoryImputer",
      missingValues: this.#missingValues,
      featureNames,
      columns,
      statistics: columns.map((name) => this.#statistic(name, textColumn(table, name))),
    };
    return this;
  }

  /**
   * The table without missing texts: same rows, same columns.
   * @param x a table with the columns of `fit` in the same order
   * @throws {NotFittedError} before `fit`
   * @throws {ColumnMismatchError} naming missing and surplus columns
   * @throws {NotTextError} naming column and row of a cell that is not a text
   */
  transform(x: Table): Table {
    const { featureNames, columns, statistics } = this.#learned();
    const table = materialize(x);
    requireColumns("CategoryImputer", featureNames, table);
    const filled = columns.map((name, j): [string, string[]] => [
      name,
      textColumn(table, name).map((value) =>
        value === this.#missingValues ? (statistics[j] ?? value) : value,
      ),
    ]);
    return replaceColumns(table, new Map(filled));
  }

  /** `fit`, then `transform` of the same table. */
  fitTransform(x: Table): Table {
    return this.fit(x).transform(x);
  }

  /** Fill value of each column, by name. */
  get statistics(): Readonly<Record<string, string>> {
    const { columns, statistics } = this.#learned();
    return Object.fromEntries(columns.map((name, j) => [name, statistics[j] ?? ""]));
  }

  /** The stored form, for `fromJSON`; its schema is `categoryImputerSchema`. */
  toJSON(): StoredCategoryImputer {
    return this.#learned();
  }

  #learned(): StoredCategoryImputer {
    if (this.#fitted === undefined) throw new NotFittedError("CategoryImputer");
    return this.#fitted;
  }

  #statistic(name: string, values: readonly string[]): string {
    const present = values.filter((value) => value !== this.#missingValues);
    const mostFrequent = mostFrequentText(present);
    if (mostFrequent === undefined) {
      throw new ShapeError(
        `CategoryImputer.fit: column "${name}" holds no value to learn from: every cell is ` +
          `${JSON.stringify(this.#missingValues)}. Drop the column.`,
      );
    }
    const share = (values.length - present.length) / values.length;
    return share > this.#ownCategoryAbove ? this.#ownCategory : mostFrequent;
  }
}
