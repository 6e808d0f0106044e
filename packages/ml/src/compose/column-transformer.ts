import { materialize, type Table, textColumnNames } from "../columns.js";
import { NotFittedError, ShapeError } from "../errors.js";
import type { Transformer } from "../estimator.js";
import { requireDistinctSteps } from "../pipeline/step-names.js";
import { requireColumns } from "../require-columns.js";
import { columnTransformerSchema, type StoredColumnTransformer } from "../stored/schema.js";
import { transformerFromJSON } from "../stored/transformers.js";
import { parseStored } from "../stored-model.js";
import { joinParts, type TransformedPart } from "./join-parts.js";

/** Columns of a table: by their names, or all of numbers, or all of texts. */
export type ColumnSelection = readonly string[] | "numeric" | "text";

/** A name, a transformer (or "drop", or "passthrough" to leave the columns as they are), and its columns. */
export type ColumnTransformerPart = readonly [
  name: string,
  transformer: Transformer | "drop" | "passthrough",
  columns: ColumnSelection,
];

/** What happens to other columns, and how the new ones are named. */
export interface ColumnTransformerOptions {
  /** Columns that no transformer has are dropped, or come last, unchanged. Default: "drop". */
  readonly remainder?: "drop" | "passthrough";
  /** Whether the columns are named `name__column`, after the transformer that they come from. Default: `false`. */
  readonly verboseFeatureNamesOut?: boolean;
}

/** A transformer with the columns that it was fitted on. */
type FittedPart = readonly [
  name: string,
  transformer: Transformer | "drop" | "passthrough",
  columns: readonly string[],
];

/**
 * Applies transformers to columns of a table, and puts their columns side by side, in the order of the transformers.
 *
 * @example
 * const preprocessing = new ColumnTransformer([
 *   ["numbers", new StandardScaler(), "numeric"],
 *   ["texts", new OneHotEncoder({ handleUnknown: "ignore" }), "text"],
 * ]);
 * const xPrepared = preprocessing.fitTransform(xTrain);
 *
 * @see scikit-learn, compose.ColumnTransformer: but its transformers are copied before the fit, and its new columns are
 *   named `name__column` by default
 */
export class ColumnTransformer implements Transformer {
  readonly #parts: readonly ColumnTransformerPart[];
  readonly #remainder: "drop" | "passthrough";
  readonly #verboseFeatureNamesOut: boolean;
  #fitted: { readonly featureNames: readonly string[]; readonly parts: readonly FittedPart[] } | undefined;

  /** @throws {InvalidParameterError} for an empty name, one that holds "__" or stands twice, or a transformer that stands twice */
  constructor(
    transformers: readonly ColumnTransformerPart[],
    { remainder = "drop", verboseFeatureNamesOut = false }: ColumnTransformerOptions = {},
  ) {
    requireDistinctSteps("transformers", transformers);
    this.#parts = transformers;
    this.#remainder = remainder;
    this.#verboseFeatureNamesOut = verboseFeatureNamesOut;
  }

  /**
   * A transformer from its stored form.
   * @throws {InvalidModelError} when `json` does not have the form of `toJSON`
   */
  static fromJSON(json: unknown): ColumnTransformer {
    const stored = parseStored("ColumnTransformer", columnTransformerSchema, json);
    const parts = stored.transformers.map(
      ([name, transformer, columns]): FittedPart => [
        name,
        typeof transformer === "string" ? transformer : transformerFromJSON(transformer),
        columns,
      ],
    );
    const restored = new ColumnTransformer(parts, stored);
    restored.#fitted = { featureNames: stored.featureNames, parts };
    return restored;
  }

  /**
   * Fits each transformer on its columns; one that has none is left out. The objects that were passed in learn.
   * @param x n ≥ 1 rows
   * @throws {ShapeError} when a named column is not in the table or is named twice by one transformer, or two new columns would have the same name
   * @throws what the transformers throw
   */
  fit(x: Table): this {
    this.fitTransform(x);
    return this;
  }

  /**
   * `fit`, then `transform` of the same table.
   * @throws as `fit` does
   */
  fitTransform(x: Table): Table {
    const table = materialize(x);
    const parts = this.#parts
      .map(([name, transformer, columns]): FittedPart => [name, transformer, select(table, name, columns)])
      .filter(([, , columns]) => columns.length > 0);
    const joined = this.#join(table, parts, (transformer, own) => {
      return transformer.fitTransform?.(own) ?? transformer.fit(own).transform(own);
    });
    this.#fitted = { featureNames: table.columnNames(), parts };
    return joined;
  }

  /**
   * The new columns: same rows.
   * @param x a table with the columns of `fit` in the same order
   * @throws {NotFittedError} before `fit`
   * @throws {ColumnMismatchError} naming missing and surplus columns
   * @throws what the transformers throw
   */
  transform(x: Table): Table {
    const { featureNames, parts } = this.#learned();
    const table = materialize(x);
    requireColumns("ColumnTransformer", featureNames, table);
    return this.#join(table, parts, (transformer, own) => transformer.transform(own));
  }

  /** Names of the columns it was fitted on. */
  get featureNames(): readonly string[] {
    return this.#learned().featureNames;
  }

  /** The fitted transformers that have columns, by their names. */
  get namedTransformers(): ReadonlyMap<string, Transformer | "drop" | "passthrough"> {
    return new Map(this.#learned().parts.map(([name, transformer]) => [name, transformer]));
  }

  /**
   * The stored form, with those of the transformers; its schema is `columnTransformerSchema`.
   * @throws {InvalidModelError} when a transformer is none of this package's classes
   */
  toJSON(): StoredColumnTransformer {
    const { featureNames, parts } = this.#learned();
    return parseStored("ColumnTransformer", columnTransformerSchema, {
      formatVersion: 1,
      estimator: "ColumnTransformer",
      featureNames,
      transformers: parts.map(([name, transformer, columns]) => [
        name,
        typeof transformer === "string" ? transformer : transformer.toJSON(),
        columns,
      ]),
      remainder: this.#remainder,
      verboseFeatureNamesOut: this.#verboseFeatureNamesOut,
    });
  }

  #learned(): { readonly featureNames: readonly string[]; readonly parts: readonly FittedPart[] } {
    if (this.#fitted === undefined) throw new NotFittedError("ColumnTransformer");
    return this.#fitted;
  }

  #join(
    table: Table,
    parts: readonly FittedPart[],
    transform: (transformer: Transformer, own: Table) => Table,
  ): Table {
    const transformed = parts.flatMap(([name, transformer, columns]): TransformedPart[] => {
      if (transformer === "drop") return [];
      const own = table.select(...columns);
      return [{ name, table: transformer === "passthrough" ? own : transform(transformer, own) }];
    });
    const taken = new Set(parts.flatMap(([, , columns]) => columns));
    const others = table.columnNames().filter((name) => !taken.has(name));
    if (this.#remainder === "passthrough" && others.length > 0) {
      transformed.push({ name: "remainder", table: table.select(...others) });
    }
    return joinParts(table, transformed, this.#verboseFeatureNamesOut);
  }
}

function select(table: Table, name: string, columns: ColumnSelection): readonly string[] {
  const all = table.columnNames();
  if (typeof columns !== "string") {
    const unknown = columns.find((column) => !all.includes(column));
    const twice = columns.find((column, j) => columns.indexOf(column) < j);
    if (unknown === undefined && twice === undefined) return columns;
    if (unknown === undefined) {
      throw new ShapeError(
        `ColumnTransformer.fit: "${name}" names the column "${twice}" twice. Name it once.`,
      );
    }
    throw new ShapeError(
      `ColumnTransformer.fit: "${name}" is for the column "${unknown}", which is not in the table. Found: ${all.join(", ")}.`,
    );
  }
  const texts = new Set(textColumnNames(table));
  return all.filter((column) => texts.has(column) === (columns === "text"));
}
