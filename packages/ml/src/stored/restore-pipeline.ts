import type { Estimator, Transformer } from "../estimator.js";
import { Pipeline } from "../pipeline/pipeline.js";
import { parseStored } from "../stored-model.js";
import { pipelineSchema, type StoredEstimator } from "./schema.js";
import { transformerFromJSON } from "./transformers.js";

/**
 * A fitted pipeline from its stored form.
 * @param lastFromJSON makes the last step from its stored form
 * @throws {InvalidModelError} when `json` does not have the form of `Pipeline.toJSON`
 */
export function restorePipeline<Last extends Estimator | Transformer>(
  json: unknown,
  lastFromJSON: (json: unknown) => Last,
): Pipeline<Last> {
  const stored = parseStored("Pipeline", pipelineSchema, json);
  const transformers = stored.steps
    .slice(0, -1)
    .map(([name, step]): [string, Transformer] => [name, transformerFromJSON(step)]);
  const [lastName, last] = stored.steps.at(-1) ?? ["", undefined];
  return Pipeline.ofFitted([...transformers, [lastName, lastFromJSON(last)]], storedFeatureNames(stored));
}

/** The columns that a stored estimator was fitted on. */
function storedFeatureNames(stored: StoredEstimator): readonly string[] {
  if (stored.estimator !== "Pipeline") return stored.featureNames;
  const [first] = stored.steps;
  return first === undefined ? [] : storedFeatureNames(first[1]);
}
