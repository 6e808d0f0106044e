import type { Template } from "./manifest.js";
import type { NodeResult } from "./node.js";
import type { Play } from "./play.js";

/**
 * Sets the values of a person. Argo validates none of them. Only this node is resumed: then Argo applies no default, and a
 * value that was not set is missing for its reader.
 */
export function runSuspended(play: Play, nodeName: string, task: string, template: Template): NodeResult {
  const given = play.supply(task, nodeName);
  if (given === undefined) throw new Error(`nobody resumes ${nodeName}: the workflow would wait for ever`);
  const parameters = template.outputs.parameters.flatMap(({ name, valueFrom }): [string, string][] => {
    if (valueFrom?.supplied === undefined)
      throw new Error(`output ${name} of ${task} is not supplied by anybody`);
    const value = given[name];
    if (value !== undefined) return [[name, value]];
    if (valueFrom.default !== undefined) return [];
    throw new Error(`${nodeName} is resumed without a value for ${name}`);
  });
  return { phase: "Succeeded", outputs: { parameters: new Map(parameters), artifacts: new Map() } };
}
