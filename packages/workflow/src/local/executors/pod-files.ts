import { mkdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { StepJob } from "../../execution/step-job.js";

/** Writes the file with a step's parameters, as Argo does. */
export function writeParametersFile(file: string, { parameters }: Pick<StepJob, "parameters">): void {
  const list = Object.entries(parameters).map(([name, value]) => ({ name, value }));
  writeFileSync(file, JSON.stringify(list.length === 0 ? null : list));
}

/**
 * Puts input artifacts into a folder under their names; those of a list under their indexes.
 * @param put makes the artifact at a path available at another one
 */
export function layOutArtifacts(
  inputs: string,
  { artifacts }: Pick<StepJob, "artifacts">,
  put: (from: string, to: string) => void,
): void {
  mkdirSync(inputs, { recursive: true });
  for (const [name, path] of Object.entries(artifacts)) {
    if (typeof path === "string") {
      put(path, join(inputs, name));
      continue;
    }
    mkdirSync(join(inputs, name));
    for (const [index, item] of path.entries()) put(item, join(inputs, name, `${index}${extname(item)}`));
  }
}
