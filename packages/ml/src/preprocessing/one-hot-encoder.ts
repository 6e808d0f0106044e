import { materialize, type Table, textColumn, textColumnNames } from "../columns.js";
import {
  ColumnMismatchError,
  InvalidParameterError,
  NotFittedError,
  ShapeError,
  UnknownCategoryError,
} from "../errors.js";
import type { Transformer } from "../estimator.js";
import { requireColumns } from "../require-columns.js";
import { parseStored } from "../stored-model.js";
import { keptCategories } from "./kept-categories.js";
import { mostFrequentText } from "./most-frequent-text.js";
import { oneHotEncoderSchema, type StoredOneHotEncoder } from "./one-hot-encoder-schema.js";

/** Which columns to encode, and how. */
export interface OneHotEncoderOptions {
  /** The columns to encode; others stay unchanged, whatever they hold. Default: all columns of texts. */
  readonly columns?: readonly string[];
  /** Whether `transform` throws on a category unknown to `fit`, or encodes it as zeros. Default: "error". */
  readonly handleUnknown?: "error" | "ignore";
  /**
   * The category of each column to drop, the reference that the others are compared with: its first ("first"), its most
   * frequent ("mostFrequent"; of several, the first), or the one listed here for each of `columns`. "ifBinary" drops the
   * first, but only in columns with two categories. Default: null, which drops none.
   */
  readonly drop?: "first" | "ifBinary" | "mostFrequent" | readonly string[] | null;
}

/**
 * Replaces each column of texts by one column of 0 and 1 for each of its categories, named `column_category`, ascending by
 * UTF-16 code units. "" is a category like any other.
 *
 * @example
 * const encoder = new OneHotEncoder({ handleUnknown: "ignore", drop: "ifBinary" }).fit(xTrain);
 * const encoded = encoder.transform(xTest);
 *
 * @see scikit-learn, preprocessing.OneHotEncoder: with `drop`, unknown categories are zeros, like the dropped one; it
 *   has no "mostFrequent", but takes a list of categories
 */
export class OneHotEncoder implements Transformer {
  readonly #options: OneHotEncoderOptions;
  #fitted: StoredOneHotEncoder | undefined;

  constructor(options: OneHotEncoderOptions = {}) {
    this.#options = options;
  }

  /**
   * An encoder from its stored form.
   * @throws {InvalidModelError} when `json` does not have the form of `toJSON`
   */
  static fromJSON(json: unknown): OneHotEncoder {
    const stored = parseStored("OneHotEncoder", oneHotEncoderSchema, json);
    const encoder = new OneHotEncoder(stored);
    encoder.#fitted = stored;
    return encoder;
  }

  /**
   * Learns the categories of each column.
   * @param x n ≥ 1 rows; the columns to encode hold texts
   * @throws {ColumnMismatchError} when one of `columns` is not in the table
   * @throws {NotTextError} naming column and row of a cell that is not a text
   * @throws {ShapeError} when the table has no rows, or two columns would have the same name
   * @throws {InvalidParameterError} when `drop` does not name a category of each column
   */
  fit(x: Table): this {
    const table = materialize(x);
    if (table.numRows() === 0) {
      throw new ShapeError("OneHotEncoder.fit: the table has no rows. It needs at least one.");
    }
    const featureNames = table.columnNames();
    const columns = [...(this.#options.columns ?? textColumnNames(table))];
    if (columns.some((name) => !featureNames.includes(name))) {
      throw new ColumnMismatchError("OneHotEncoder", columns, featureNames);
    }
    const texts = columns.map((name) => textColumn(table, name));
    const categories = texts.map((values) => [...new Set(values)].sort());
    const fitted: StoredOneHotEncoder = {
      formatVersion: 1,
      estimator: "OneHotEncoder",
      handleUnknown: this.#options.handleUnknown ?? "error",
      drop: this.#dropped(columns, texts, categories),
      featureNames,
      columns,
      categories,
    };
    const names = namesOf(fitted);
    const twice = names.find((name, j) => names.indexOf(name) !== j);
    if (twice !== undefined) {
      throw new ShapeError(`OneHotEncoder.fit: two columns would be called "${twice}". Rename one of them.`);
    }
    this.#fitted = fitted;
    return this;
  }

  /**
   * The encoded table: same rows, its columns are `featureNamesOut`.
   * @param x a table with the columns of `fit` in the same order
   * @throws {NotFittedError} before `fit`
   * @throws {ColumnMismatchError} naming missing and surplus columns
   * @throws {NotTextError} naming column and row of a cell that is not a text
   * @throws {UnknownCategoryError} naming column, row and value, unless unknown categories are ignored
   */
  transform(x: Table): Table {
    const fitted = this.#learned();
    const table = materialize(x);
    requireColumns("OneHotEncoder", fitted.featureNames, table);
    const columns = fitted.featureNames.flatMap((name): [string, Cells][] => {
      const j = fitted.columns.indexOf(name);
      const categories = fitted.categories[j];
      const cells = table.column(name);
      if (categories === undefined) return cells === undefined ? [] : [[name, cells]];
      const kept = keptCategories(fitted, j);
      const values = textColumn(table, name);
      if (fitted.handleUnknown === "error") requireKnown(name, values, categories);
      const indicators = indicatorColumns(values, kept);
      return kept.map((category, k) => [`${name}_${category}`, indicators[k] ?? []]);
    });
    return table.create({ data: Object.fromEntries(columns), names: columns.map(([name]) => name) });
  }

  /** `fit`, then `transform` of the same table. */
  fitTransform(x: Table): Table {
    return this.fit(x).transform(x);
  }

  /** The categories of each encoded column, ascending, the dropped one included. */
  get categories(): Readonly<Record<string, readonly string[]>> {
    const { columns, categories } = this.#learned();
    return Object.fromEntries(columns.map((name, j) => [name, categories[j] ?? []]));
  }

  /** The dropped category of each encoded column that drops one. */
  get dropped(): Readonly<Record<string, string>> {
    const fitted = this.#learned();
    return Object.fromEntries(
      fitted.columns.flatMap((name, j) => {
        const kept = new Set(keptCategories(fitted, j));
        return (fitted.categories[j] ?? [])
          .filter((category) => !kept.has(category))
          .map((category): [string, string] => [name, category]);
      }),
    );
  }

  /** Names of the columns that `transform` returns. */
  get featureNamesOut(): readonly string[] {
    return namesOf(this.#learned());
  }

  /** The stored form, for `fromJSON`; its schema is `oneHotEncoderSchema`. */
  toJSON(): StoredOneHotEncoder {
    return this.#learned();
  }

  #dropped(
    columns: readonly string[],
    texts: readonly (readonly string[])[],
    categories: readonly (readonly string[])[],
  ): StoredOneHotEncoder["drop"] {
    const { drop = null } = this.#options;
    if (drop === "mostFrequent") return texts.map((values) => mostFrequentText(values) ?? "");
    if (drop === null || typeof drop === "string") return drop;
    const wrong = categories.findIndex((each, j) => !each.includes(drop[j] ?? ""));
    if (wrong < 0 && drop.length === columns.length) return [...drop];
    throw new InvalidParameterError(
      "drop",
      JSON.stringify(drop),
      wrong < 0
        ? `one category for each of ${columns.join(", ")}`
        : `for "${columns[wrong]}" one of ${categories[wrong]?.slice(0, 5).join(", ")}`,
    );
  }

  #learned(): StoredOneHotEncoder {
    if (this.#fitted === undefined) throw new NotFittedError("OneHotEncoder");
    return this.#fitted;
  }
}

/** For each category, a column that is 1 where a value is this category, else 0. */
function indicatorColumns(values: readonly string[], categories: readonly string[]): Float64Array[] {
  const columns = categories.map(() => new Float64Array(values.length));
  const byCategory = new Map(categories.map((category, k) => [category, columns[k]]));
  for (let i = 0; i < values.length; i++) {
    const column = byCategory.get(values[i] ?? "");
    if (column !== undefined) column[i] = 1;
  }
  return columns;
}

/** A column as Arquero stores it. */
type Cells = NonNullable<ReturnType<Table["column"]>>;

function namesOf(fitted: StoredOneHotEncoder): string[] {
  return fitted.featureNames.flatMap((name) => {
    const j = fitted.columns.indexOf(name);
    return j < 0 ? [name] : keptCategories(fitted, j).map((category) => `${name}_${category}`);
  });
}

function requireKnown(name: string, values: readonly string[], categories: readonly string[]): void {
  const known = new Set(categories);
  const row = values.findIndex((value) => !known.has(value));
  if (row >= 0) throw new UnknownCategoryError(name, row + 1, values[row] ?? "", categories);
}
