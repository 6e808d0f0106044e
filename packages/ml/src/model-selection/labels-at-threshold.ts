import type { Column, Table } from "../columns.js";
import { InvalidParameterError } from "../errors.js";
import type { Classifier } from "../estimator.js";

/**
 * The positive class, the greater of two, for rows whose probability is at least the threshold, the other class for the rest.
 * @param classifier of two classes
 * @returns n labels, numbers or texts as the classes are
 */
export function labelsAtThreshold(classifier: Classifier, x: Table, threshold: number): Column {
  const [negative = "", positive = ""] = classifier.classes;
  const scores = positiveProbabilities(classifier, x);
  if (typeof negative !== "number" || typeof positive !== "number") {
    return Array.from(scores, (score) => String(score >= threshold ? positive : negative));
  }
  return scores.map((score) => (score >= threshold ? positive : negative));
}

/**
 * The probability of the positive class for each row.
 * @param classifier of two classes
 */
export function positiveProbabilities(classifier: Classifier, x: Table): Float64Array {
  return classifier.predictProba(x)[1] ?? new Float64Array();
}

/**
 * Checks that there is a positive class, and returns the classifier.
 * @throws {InvalidParameterError} when the classifier has another number of classes than two
 */
export function requireTwoClasses<Model extends Classifier>(classifier: Model): Model {
  const { classes } = classifier;
  if (classes.length === 2) return classifier;
  const found = `${classes.length} class(es): ${classes.slice(0, 5).join(", ")}`;
  throw new InvalidParameterError("y", found, "two classes, because a threshold divides one from the other");
}
