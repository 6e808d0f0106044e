import type { Template } from "./manifest.js";
import type { NodeResult } from "./node.js";
import type { Play } from "./play.js";

/** Takes the values that a person would give. Argo checks none of them. */
export function runSuspended(play: Play, nodeName: string, task: string, template: Template): NodeResult {
  const given = play.supply(task, nodeName);
  if (given === undefined) throw new Error(`nobody resumes ${nodeName}: the workflow would wait for ever`);
  const parameters = template.outputs.parameters.map(({ name, valueFrom }): [string, string] => {
    const value = given[name] ?? valueFrom?.default;
    if (valueFrom?.supplied === undefined)
      throw new Error(`output ${name} of ${task} is not supplied by anybody`);
    if (value === undefined) throw new Error(`${nodeName} is resumed without a value for ${name}`);
    return [name, value];
  });
  return { phase: "Succeeded", outputs: { parameters: new Map(parameters), artifacts: new Map() } };
}
