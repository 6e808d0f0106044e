import type { Template } from "./manifest.js";
import type { NodeResult } from "./node.js";
import type { Play } from "./play.js";

/**
 * Takes the values that a person would give. Argo checks none of them. The node is resumed by itself: then Argo sets no
 * default, and a value that nobody gave is missing for whoever reads it.
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
