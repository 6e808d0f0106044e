import type { Template } from "./manifest.js";
import type { Outputs } from "./node.js";
import type { Play } from "./play.js";

/**
 * Exports outputs with a globalName as outputs of the workflow. Argo does so when a pod has ended, and for each task of a DAG
 * when that DAG has succeeded, but never for the outputs of the entrypoint. Artifacts of a DAG lose the globalName.
 */
export function exportOutputs(play: Play, template: Template, outputs: Outputs): void {
  for (const { name, globalName } of template.outputs.parameters) {
    const value = outputs.parameters.get(name);
    if (globalName !== undefined && value !== undefined)
      play.globals.set(`workflow.outputs.parameters.${globalName}`, value);
  }
  for (const { name, globalName } of template.dag === undefined ? template.outputs.artifacts : []) {
    const artifact = outputs.artifacts.get(name);
    if (globalName !== undefined && artifact !== undefined) play.globalArtifacts.set(globalName, artifact);
  }
}
