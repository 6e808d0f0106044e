import type { Column, Table } from "../columns.js";
import { InvalidParameterError, NotFittedError } from "../errors.js";
import type { Classifier, FitOptions } from "../estimator.js";
import type { Classes } from "../labels.js";
import { parseStored } from "../stored-model.js";
import { labelsAtThreshold, requireTwoClasses } from "./labels-at-threshold.js";
import { restoreTwoClassClassifier } from "./restore-two-class-classifier.js";
import { fixedThresholdSchema, type StoredFixedThreshold } from "./threshold-classifier-schemas.js";

/** Options of `FixedThreshold`. */
export interface FixedThresholdOptions {
  /** The classifier of two classes to fit; after `fit` it is the fitted one. */
  readonly classifier: Classifier;
  /** The least probability of the positive class, the greater label, at which a row is positive. Default: 0.5. */
  readonly threshold?: number;
}

/**
 * A classifier of two classes with another decision threshold than 0.5.
 * @see scikit-learn, model_selection.FixedThresholdClassifier
 */
export class FixedThreshold implements Classifier {
  readonly threshold: number;
  readonly #classifier: Classifier;
  #isFitted = false;

  /** @throws {InvalidParameterError} when the threshold is NaN or infinite */
  constructor({ classifier, threshold = 0.5 }: FixedThresholdOptions) {
    if (!Number.isFinite(threshold))
      throw new InvalidParameterError("threshold", threshold, "a finite number");
    this.threshold = threshold;
    this.#classifier = classifier;
  }

  /**
   * A model from its stored form.
   * @throws {InvalidModelError} when `json` does not have the form of `toJSON`
   */
  static fromJSON(json: unknown): FixedThreshold {
    const stored = parseStored("FixedThreshold", fixedThresholdSchema, json);
    return FixedThreshold.ofFitted(restoreTwoClassClassifier("FixedThreshold", stored), stored.threshold);
  }

  /**
   * A model from a classifier that is fitted already.
   * @throws {InvalidParameterError} when it has another number of classes than two, or the threshold is NaN or infinite
   */
  static ofFitted(classifier: Classifier, threshold: number): FixedThreshold {
    const model = new FixedThreshold({ classifier: requireTwoClasses(classifier), threshold });
    model.#isFitted = true;
    return model;
  }

  /**
   * Fits the classifier.
   * @throws {InvalidParameterError} when y has another number of classes than two
   * @throws what the classifier's `fit` throws
   */
  fit(x: Table, y: Column, options?: FitOptions): this {
    requireTwoClasses(this.#classifier.fit(x, y, options));
    this.#isFitted = true;
    return this;
  }

  /**
   * The greater class for rows whose probability of it is at least the threshold, else the other one.
   * @throws {NotFittedError} before `fit`
   * @throws what the classifier's `predictProba` throws
   */
  predict(x: Table): Column {
    return labelsAtThreshold(this.classifier, x, this.threshold);
  }

  /**
   * The classifier's probabilities, which do not depend on the threshold.
   * @throws as `predict` does
   */
  predictProba(x: Table): readonly Float64Array[] {
    return this.classifier.predictProba(x);
  }

  /** The fitted classifier. */
  get classifier(): Classifier {
    if (!this.#isFitted) throw new NotFittedError("FixedThreshold");
    return this.#classifier;
  }

  /** The negative class, then the positive one. */
  get classes(): Classes {
    return this.classifier.classes;
  }

  /** Names of the columns it was fitted on. */
  get featureNames(): readonly string[] {
    return this.classifier.featureNames;
  }

  /** The stored form, for `fromJSON`; its schema is `fixedThresholdSchema`. */
  toJSON(): StoredFixedThreshold {
    return {
      formatVersion: 1,
      estimator: "FixedThreshold",
      threshold: this.threshold,
      featureNames: [...this.featureNames],
      classifier: { ...this.classifier.toJSON() },
    };
  }
}
