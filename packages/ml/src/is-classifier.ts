import type { Classifier, Estimator } from "./estimator.js";
import { Pipeline } from "./pipeline/pipeline.js";

/** Whether a model's target is a class: it then has probabilities. A pipeline is what its last step is. */
export function isClassifier(estimator: Estimator): estimator is Classifier {
  // Every pipeline has the method, whatever its last step is.
  return estimator instanceof Pipeline ? isClassifier(estimator.last) : "predictProba" in estimator;
}
