import {
  CategoryImputer,
  ColumnTransformer,
  columnTransformerSchema,
  OneHotEncoder,
  Pipeline,
  SimpleImputer,
  StandardScaler,
  type StoredColumnTransformer,
  type StoredTransformer,
} from "@tiphys/ml";
import { columnsWithZeroAsMissing, emptyCategory, type missingStrategies } from "./missing-values.js";

/** The schema of the preprocessing of the columns, fitted on the training rows. */
export const preprocessingSchema = columnTransformerSchema;
export type Preprocessing = StoredColumnTransformer;

/** The preprocessing for a model of scaled numbers, or of raw columns, which stay as they are. */
export function preprocessingFor(
  kind: "scaled" | "raw",
  missing: (typeof missingStrategies)[number],
): ColumnTransformer {
  if (kind === "raw") return new ColumnTransformer([], { remainder: "passthrough" });
  const gaps =
    columnsWithZeroAsMissing.length === 0 ? {} : { missingValues: 0, columns: columnsWithZeroAsMissing };
  const numbers =
    missing === "keep"
      ? new StandardScaler()
      : new Pipeline([
          ["fill", new SimpleImputer({ strategy: missing, ...gaps })],
          ["scale", new StandardScaler()],
        ]);
  const { above: ownCategoryAbove, name: ownCategory } = emptyCategory;
  const categories = new Pipeline([
    ["fill", new CategoryImputer({ ownCategoryAbove, ownCategory })],
    // With a column for every category, their sum would equal the intercept's column, and no odds ratio could be determined.
    ["encode", new OneHotEncoder({ handleUnknown: "ignore", drop: "mostFrequent" })],
  ]);
  return new ColumnTransformer([
    ["numbers", numbers, "numeric"],
    ["categories", categories, "text"],
  ]);
}

/** The transformer of this class in a preprocessing; undefined if it has none. */
export function findTransformer<Name extends StoredTransformer["estimator"]>(
  preprocessing: Preprocessing,
  estimator: Name,
): Extract<StoredTransformer, { estimator: Name }> | undefined {
  const all = preprocessing.transformers.flatMap(([, transformer]) => {
    if (typeof transformer === "string") return [];
    return transformer.estimator === "Pipeline" ? transformer.steps.map(([, step]) => step) : [transformer];
  });
  return all.find(
    (each): each is Extract<StoredTransformer, { estimator: Name }> => each.estimator === estimator,
  );
}

/** Of these columns the ones whose empty cells a fitted preprocessing does not fill in, though its model needs numbers there. */
export function unfilledColumns(preprocessing: Preprocessing, names: readonly string[]): readonly string[] {
  const imputer = findTransformer(preprocessing, "SimpleImputer");
  const filled = [
    ...(imputer?.missingValues === null ? imputer.columns : []),
    ...(findTransformer(preprocessing, "CategoryImputer")?.columns ?? []),
  ];
  const transformed = preprocessing.transformers.flatMap(([, , columns]) => columns);
  return names.filter((name) => transformed.includes(name) && !filled.includes(name));
}
