import type { Classifier, Estimator } from "./estimator.js";

/** Whether a model's target is a class: it then has probabilities. */
export function isClassifier(estimator: Estimator): estimator is Classifier {
  return "predictProba" in estimator;
}
