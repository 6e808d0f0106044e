import type { Path } from "../path.js";

// `argo lint` resolves no names in the input artifacts of a DAG or of steps, only expressions. Seen with argo 4.0.7.

/** Whether a template only calls others. */
export function isOfCalls(template: { readonly dag?: unknown; readonly steps?: unknown }): boolean {
  return template.dag !== undefined || template.steps !== undefined;
}

/** Whether a place lies in the input artifacts of the template at a path. */
export function isInInputArtifacts(at: Path, template: Path): boolean {
  return at[template.length] === "inputs" && at[template.length + 1] === "artifacts";
}
