import { ContractError } from "../definition/errors.js";
import type { Workflow } from "../definition/graph.js";
import { decodeParameter, encodeParameter } from "../definition/parameter-text.js";
import type { RecordedValues } from "./run-record.js";
import type { TaskValues } from "./task-value.js";

/** Values as they are written to `run.json`. */
export function recordedValues(values: TaskValues): RecordedValues {
  const recorded: RecordedValues = { parameters: {}, artifacts: {} };
  for (const [name, value] of Object.entries(values)) {
    if (value?.kind === "parameter") recorded.parameters[name] = value.text;
    else if (value?.kind === "artifact") recorded.artifacts[name] = value.artifact;
    else if (value?.kind === "list") recorded.artifacts[name] = [...value.artifacts];
  }
  return recorded;
}

/**
 * A workflow's outputs as they are written to `run.json`. Between tasks a list from a map is a JSON list of texts, as in Argo;
 * in the record it is the list of the values.
 */
export function recordedOutputs(
  workflow: Workflow,
  { parameters, artifacts }: RecordedValues,
): RecordedValues {
  const texts = Object.entries(parameters).map(([name, text]) => [name, valueText(workflow, name, text)]);
  return { parameters: Object.fromEntries(texts), artifacts };
}

function valueText(workflow: Workflow, name: string, text: string): string {
  const port = workflow.outputs[name];
  if (port?.kind !== "parameter") return text;
  try {
    return encodeParameter(name, port.schema, decodeParameter(name, port.schema, text));
  } catch (error) {
    // The value does not match its schema. No step has read it, so no step has failed: the text is recorded unchanged.
    if (error instanceof ContractError) return text;
    throw error;
  }
}
