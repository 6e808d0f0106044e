import { InvalidModelError } from "../errors.js";
import type { Classifier } from "../estimator.js";
import { classifierFromJSON } from "../stored/estimators.js";

/**
 * The classifier that a stored threshold belongs to.
 * @param estimator names the class in errors
 * @throws {InvalidModelError} when it is no stored classifier, or one of other columns or of another number of classes than two
 */
export function restoreTwoClassClassifier(
  estimator: string,
  stored: { readonly featureNames: readonly string[]; readonly classifier: unknown },
): Classifier {
  const classifier = classifierFromJSON(stored.classifier);
  const { classes, featureNames } = classifier;
  if (classes.length !== 2) {
    const found = `${classes.length} class(es): ${classes.slice(0, 5).join(", ")}`;
    throw new InvalidModelError(estimator, `classifier.classes: found ${found}, expected two.`);
  }
  const expected = JSON.stringify(featureNames);
  const found = JSON.stringify(stored.featureNames);
  if (found !== expected) {
    throw new InvalidModelError(
      estimator,
      `featureNames: found ${found}, expected those of the classifier: ${expected}.`,
    );
  }
  return classifier;
}
