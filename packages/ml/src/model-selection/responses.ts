import { type Column, isNumericColumn, type Table } from "../columns.js";
import { InvalidParameterError } from "../errors.js";
import type { Estimator } from "../estimator.js";
import { isClassifier } from "../is-classifier.js";
import type { Classes, Label } from "../labels.js";

/** A score from the answers of a model: the greater, the better. */
export type ResponseScorer = (responses: Responses, y: Column) => number;

/** What a fitted model answers for some rows, each answer computed once at most. */
export class Responses {
  readonly #estimator: Estimator;
  readonly #x: Table;
  #predicted: Column | undefined;
  #probabilities: readonly Float64Array[] | undefined;

  constructor(estimator: Estimator, x: Table) {
    this.#estimator = estimator;
    this.#x = x;
  }

  /** One label or number for each row. */
  get predicted(): Column {
    this.#predicted ??= this.#estimator.predict(this.#x);
    return this.#predicted;
  }

  /**
   * One number for each row.
   * @throws {InvalidParameterError} when the model predicts texts
   */
  get numbers(): ArrayLike<number> {
    if (isNumericColumn(this.predicted)) return this.predicted;
    throw unfit("a model that predicts texts", "one that predicts numbers");
  }

  /**
   * One array for each class.
   * @throws {InvalidParameterError} for a regressor
   */
  get probabilities(): readonly Float64Array[] {
    if (!isClassifier(this.#estimator)) throw unfit("a regressor", "a classifier, which has probabilities");
    this.#probabilities ??= this.#estimator.predictProba(this.#x);
    return this.#probabilities;
  }

  /**
   * The classes, ascending.
   * @throws {InvalidParameterError} for a regressor
   */
  get classes(): Classes {
    if (isClassifier(this.#estimator)) return this.#estimator.classes;
    throw unfit("a regressor", "a classifier");
  }

  /**
   * The greater of two classes.
   * @throws {InvalidParameterError} for another number of classes
   */
  get positiveClass(): Label {
    const [, positive, ...others] = this.classes;
    if (positive !== undefined && others.length === 0) return positive;
    throw unfit(
      `${this.classes.length} class(es)`,
      "two classes; a score whose name says how it averages takes any number",
    );
  }

  /** The probabilities of the positive class. */
  get positiveProbabilities(): Float64Array {
    this.positiveClass;
    return this.probabilities[1] ?? new Float64Array();
  }
}

function unfit(found: string, expected: string): InvalidParameterError {
  return new InvalidParameterError("scoring", found, expected);
}
