import { compileManifests, toYaml } from "@tiphys/workflow/argo";
import type { Example } from "./all.js";

/** The image in the examples' manifests. */
export const exampleImage = "ghcr.io/your-name/diabetes-pipeline:0.1.0";

/** The manifest of an example as YAML, as in the file next to its source. */
export function exampleYaml({ workflow, manifest = {} }: Example): string {
  return toYaml(compileManifests(workflow, { image: exampleImage, ...manifest }));
}
