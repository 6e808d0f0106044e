import type { Column, Table } from "../columns.js";
import { InvalidParameterError, NotFittedError } from "../errors.js";
import type { Classifier, FitOptions } from "../estimator.js";
import { type Classes, rowsOfLabel } from "../labels.js";
import { parseStored } from "../stored-model.js";
import { chooseThreshold, requireRule, type ThresholdChoice } from "./choose-threshold.js";
import { labelsAtThreshold, positiveProbabilities, requireTwoClasses } from "./labels-at-threshold.js";
import type { CrossValidation } from "./resolve-folds.js";
import { restoreTwoClassClassifier } from "./restore-two-class-classifier.js";
import { type StoredTunedThreshold, tunedThresholdSchema } from "./threshold-classifier-schemas.js";
import type { ThresholdRule } from "./threshold-rule.js";
import { validationScores } from "./validation-scores.js";

/** Options of `TunedThreshold`. */
export interface TunedThresholdOptions {
  /** Makes a classifier that is not fitted. */
  readonly make: () => Classifier;
  /** How to choose the threshold. */
  readonly rule: ThresholdRule;
  /** The folds whose test rows are the validation rows: a number, a splitter, or folds. Default: 5. */
  readonly cv?: CrossValidation;
  /** As `chooseThreshold` takes them. Default: every distinct score, and one above all of them. */
  readonly thresholds?: number | ArrayLike<number>;
}

interface Tuned {
  readonly classifier: Classifier;
  readonly threshold: number;
  readonly value: number;
  readonly curve?: ThresholdChoice["curve"];
}

/**
 * A classifier of two classes with the decision threshold that is best by a rule on validation rows.
 *
 * `fit` divides its rows into folds, chooses by the probabilities of each fold's test rows under the model of its training rows, and
 * then fits the classifier on all rows. The test rows of all folds are taken together, where scikit-learn takes the mean of the folds'
 * interpolated curves. `ofFitted` chooses on validation rows of your own, for a classifier that is fitted already.
 *
 * @example
 * const rule = { by: "cost", falsePositive: 1, falseNegative: 5 } as const;
 * const model = new TunedThreshold({ make: () => new LogisticRegression(), rule }).fit(xTrain, yTrain);
 *
 * @see scikit-learn, model_selection.TunedThresholdClassifierCV
 */
export class TunedThreshold implements Classifier {
  readonly rule: ThresholdRule;
  readonly #options: TunedThresholdOptions;
  #tuned: Tuned | undefined;

  /** @throws {InvalidParameterError} when the rule is out of range */
  constructor(options: TunedThresholdOptions) {
    requireRule(options.rule);
    this.rule = options.rule;
    this.#options = options;
  }

  /**
   * A model from its stored form. It cannot be fitted again.
   * @throws {InvalidModelError} when `json` does not have the form of `toJSON`
   */
  static fromJSON(json: unknown): TunedThreshold {
    const stored = parseStored("TunedThreshold", tunedThresholdSchema, json);
    const { rule, threshold, value } = stored;
    const classifier = restoreTwoClassClassifier("TunedThreshold", stored);
    return TunedThreshold.#of(rule, { classifier, threshold, value });
  }

  /**
   * A model from a classifier that is fitted already. It cannot be fitted again.
   * @param xValidation rows that the classifier has not seen
   * @param yValidation their labels, of both classes
   * @throws {InvalidParameterError} when the classifier has another number of classes than two
   * @throws as `chooseThreshold` does
   */
  static ofFitted(
    classifier: Classifier,
    xValidation: Table,
    yValidation: Column,
    options: Omit<TunedThresholdOptions, "make" | "cv">,
  ): TunedThreshold {
    const { rule, thresholds } = options;
    const scores = positiveProbabilities(requireTwoClasses(classifier), xValidation);
    const isPositive = rowsOfLabel(yValidation, classifier.classes[1]);
    return TunedThreshold.#of(rule, {
      classifier,
      ...chooseThreshold(isPositive, scores, rule, { thresholds }),
    });
  }

  static #of(rule: ThresholdRule, tuned: Tuned): TunedThreshold {
    const make = () => {
      throw new InvalidParameterError("make", "none", "one: make a new TunedThreshold to fit it again");
    };
    const model = new TunedThreshold({ make, rule });
    model.#tuned = tuned;
    return model;
  }

  /**
   * Chooses the threshold on the folds' test rows, and fits the classifier on all rows.
   * @param x n rows
   * @param y n labels of two classes; the greater one is the positive class
   * @throws {InvalidParameterError} when there are not two classes, no threshold has the rule's recall, or the model comes from
   *   `fromJSON` or `ofFitted`
   * @throws {ShapeError} for folds that are none
   * @throws what the classifier's `fit` throws
   */
  fit(x: Table, y: Column, options: FitOptions = {}): this {
    const { make, cv, thresholds } = this.#options;
    const { isPositive, scores } = validationScores(make, { x, y, ...options }, cv);
    const choice = chooseThreshold(isPositive, scores, this.rule, { thresholds });
    this.#tuned = { classifier: requireTwoClasses(make().fit(x, y, options)), ...choice };
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

  /** The least probability of the positive class at which a row is positive. */
  get threshold(): number {
    return this.#learned().threshold;
  }

  /** The rule's metric on the validation rows: a total cost, a precision, an F1 score or a balanced accuracy. */
  get value(): number {
    return this.#learned().value;
  }

  /** The metric of each threshold; undefined for a model from its stored form. */
  get curve(): ThresholdChoice["curve"] | undefined {
    return this.#learned().curve;
  }

  /** The classifier, fitted on all rows. */
  get classifier(): Classifier {
    return this.#learned().classifier;
  }

  /** The negative class, then the positive one. */
  get classes(): Classes {
    return this.classifier.classes;
  }

  /** Names of the columns it was fitted on. */
  get featureNames(): readonly string[] {
    return this.classifier.featureNames;
  }

  /** The stored form, for `fromJSON`; its schema is `tunedThresholdSchema`. */
  toJSON(): StoredTunedThreshold {
    const { rule, threshold, value } = this;
    return {
      formatVersion: 1,
      estimator: "TunedThreshold",
      rule,
      threshold,
      value,
      featureNames: [...this.featureNames],
      classifier: { ...this.classifier.toJSON() },
    };
  }

  #learned(): Tuned {
    if (this.#tuned === undefined) throw new NotFittedError("TunedThreshold");
    return this.#tuned;
  }
}
