import { ColumnTransformer } from "../compose/column-transformer.js";
import type { Transformer } from "../estimator.js";
import { CategoryImputer } from "../preprocessing/category-imputer.js";
import { OneHotEncoder } from "../preprocessing/one-hot-encoder.js";
import { SimpleImputer } from "../preprocessing/simple-imputer.js";
import { StandardScaler } from "../preprocessing/standard-scaler.js";
import { findClass, type Restorable } from "./find-class.js";
import { restorePipeline } from "./restore-pipeline.js";
import type { StoredTransformer } from "./schema.js";

/** The classes of the transformers: a new one is a line here. A function, because some of them import this file. */
export const transformerClasses = () =>
  ({
    CategoryImputer,
    ColumnTransformer,
    OneHotEncoder,
    SimpleImputer,
    StandardScaler,
  }) satisfies Record<Exclude<StoredTransformer["estimator"], "Pipeline">, Restorable<Transformer>>;
type TransformerClasses = ReturnType<typeof transformerClasses>;

/**
 * A fitted transformer of any class, or a pipeline of them, from its stored form.
 * @throws {InvalidModelError} naming what was found and what is known
 */
export function transformerFromJSON<Name extends keyof TransformerClasses>(stored: {
  readonly estimator: Name;
}): ReturnType<TransformerClasses[Name]["fromJSON"]>;
export function transformerFromJSON(json: unknown): Transformer;
export function transformerFromJSON(json: unknown): Transformer {
  const found = findClass<Transformer>("transformer", transformerClasses(), json);
  return found === "Pipeline" ? restorePipeline(json, transformerFromJSON) : found.fromJSON(json);
}
