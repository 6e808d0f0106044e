import { dirname, resolve } from "node:path";
import type { Workflow } from "../../definition/graph.js";
import type { RunRecord } from "../../local/run-record.js";
import type { RunOptions } from "../../local/run-workflow.js";
import type { GivenInputs } from "../../local/workflow-inputs.js";

/** Inputs that a person set, and the others as they were in a run that is resumed. */
export function withInputsOf(
  workflow: Workflow,
  given: Pick<RunOptions, "set" | "sources">,
  resumed: RunRecord | undefined,
): Pick<RunOptions, "set" | "sources"> {
  if (resumed === undefined) return given;
  const { set, sources } = inputsOfRun(workflow, resumed);
  const kept = Object.entries(sources).filter(([name]) => given.set?.[name] === undefined);
  return {
    set: { ...set, ...given.set },
    sources: { ...Object.fromEntries(kept), ...given.sources },
  };
}

/**
 * The inputs of an earlier run as if a person had set them, for those that the workflow still has.
 * @returns texts of parameters, and paths of artifacts with the addresses from which they were downloaded
 */
function inputsOfRun(
  workflow: Workflow,
  { directory, inputs }: RunRecord,
): Required<Pick<GivenInputs, "set" | "sources">> {
  const set: Record<string, string> = {};
  const sources: Record<string, string> = {};
  for (const name of Object.keys(workflow.inputs)) {
    const text = inputs.parameters[name];
    if (text !== undefined) set[name] = text;
    const value = inputs.artifacts[name];
    const first = Array.isArray(value) ? value[0] : value;
    if (first === undefined) continue;
    const path = resolve(directory, first.path);
    set[name] = Array.isArray(value) ? dirname(path) : path;
    if (first.source !== undefined) sources[name] = first.source;
  }
  return { set, sources };
}
