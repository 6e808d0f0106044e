import { DummyClassifier } from "../dummy/dummy-classifier.js";
import { DummyRegressor } from "../dummy/dummy-regressor.js";
import { HistGradientBoostingClassifier } from "../ensemble/hist-gradient-boosting-classifier.js";
import { HistGradientBoostingRegressor } from "../ensemble/hist-gradient-boosting-regressor.js";
import type { Classifier, Estimator, Regressor, Transformer } from "../estimator.js";
import { LinearRegression } from "../linear-model/linear-regression.js";
import { LogisticRegression } from "../linear-model/logistic-regression.js";
import { Ridge } from "../linear-model/ridge.js";
import { FixedThreshold } from "../model-selection/fixed-threshold.js";
import { TunedThreshold } from "../model-selection/tuned-threshold.js";
import { findClass, type Restorable } from "./find-class.js";
import { restorePipeline } from "./restore-pipeline.js";
import type { PlainStoredClassifier, PlainStoredRegressor } from "./schema.js";
import { transformerClasses } from "./transformers.js";

/** The classes of the classifiers: a new one is a line here. */
const classifierClasses = () =>
  ({
    DummyClassifier,
    FixedThreshold,
    HistGradientBoostingClassifier,
    LogisticRegression,
    TunedThreshold,
  }) satisfies Record<PlainStoredClassifier["estimator"], Restorable<Classifier>>;
type ClassifierClasses = ReturnType<typeof classifierClasses>;

/** The classes of the regressors: a new one is a line here. */
const regressorClasses = () =>
  ({
    DummyRegressor,
    LinearRegression,
    Ridge,
    HistGradientBoostingRegressor,
  }) satisfies Record<PlainStoredRegressor["estimator"], Restorable<Regressor>>;
type RegressorClasses = ReturnType<typeof regressorClasses>;

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
 * A fitted regressor of any class, or a pipeline that ends with one, from its stored form.
 * @throws {InvalidModelError} naming what was found and what is known
 */
export function regressorFromJSON<Name extends keyof RegressorClasses>(stored: {
  readonly estimator: Name;
}): ReturnType<RegressorClasses[Name]["fromJSON"]>;
export function regressorFromJSON(json: unknown): Regressor;
export function regressorFromJSON(json: unknown): Regressor {
  const found = findClass<Regressor>("regressor", regressorClasses(), json);
  return found === "Pipeline" ? restorePipeline(json, regressorFromJSON) : found.fromJSON(json);
}

/**
 * A fitted estimator or transformer of any class, or a pipeline of them, from its stored form.
 * @throws {InvalidModelError} naming what was found and what is known
 */
export function estimatorFromJSON(json: unknown): Estimator | Transformer {
  const classes = { ...transformerClasses(), ...classifierClasses(), ...regressorClasses() };
  const found = findClass<Estimator | Transformer>("estimator", classes, json);
  return found === "Pipeline" ? restorePipeline(json, estimatorFromJSON) : found.fromJSON(json);
}
