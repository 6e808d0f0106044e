import type { Classifier, Estimator, Transformer } from "../estimator.js";
import { LogisticRegression } from "../linear-model/logistic-regression.js";
import { findClass, type Restorable } from "./find-class.js";
import { restorePipeline } from "./restore-pipeline.js";
import type { PlainStoredClassifier } from "./schema.js";
import { transformerClasses } from "./transformers.js";

/** The classes of the classifiers: a new one is a line here. */
const classifierClasses = () =>
  ({ LogisticRegression }) satisfies Record<PlainStoredClassifier["estimator"], Restorable<Classifier>>;
type ClassifierClasses = ReturnType<typeof classifierClasses>;

/**
 * A fitted classifier of any class, or a pipeline that ends with one, from its stored form.
 * @throws {InvalidModelError} naming what was found and what is known
 */
export function classifierFromJSON<Name extends keyof ClassifierClasses>(stored: {
  readonly estimator: Name;
}): ReturnType<ClassifierClasses[Name]["fromJSON"]>;
export function classifierFromJSON(json: unknown): Classifier;
export function classifierFromJSON(json: unknown): Classifier {
  const found = findClass<Classifier>("classifier", classifierClasses(), json);
  return found === "Pipeline" ? restorePipeline(json, classifierFromJSON) : found.fromJSON(json);
}

/**
 * A fitted estimator or transformer of any class, or a pipeline of them, from its stored form.
 * @throws {InvalidModelError} naming what was found and what is known
 */
export function estimatorFromJSON(json: unknown): Estimator | Transformer {
  const classes = { ...transformerClasses(), ...classifierClasses() };
  const found = findClass<Estimator | Transformer>("estimator", classes, json);
  return found === "Pipeline" ? restorePipeline(json, estimatorFromJSON) : found.fromJSON(json);
}
