import type { TemplateNode } from "../manifest.js";
import type { Path } from "../path.js";

/** A tag without an end. */
export interface OpenTag {
  readonly kind: string;
  readonly content: string;
}

/**
 * Whether `argo lint` does not resolve the name in an unclosed tag at a place of a template: in the input artifacts of a DAG or
 * of steps, and parameters of the workflow within a workflow template. Seen with argo 4.0.7.
 */
export function isUnresolvedAt(
  { template, manifest, path }: TemplateNode,
  at: Path,
  { kind, content }: OpenTag,
): boolean {
  if (kind === "expression") return false;
  const inTemplate = manifest.kind === "WorkflowTemplate" || manifest.kind === "ClusterWorkflowTemplate";
  if (inTemplate && content.startsWith("workflow.parameters")) return true;
  const onlyCalls = template.dag !== undefined || template.steps !== undefined;
  return onlyCalls && at[path.length] === "inputs" && at[path.length + 1] === "artifacts";
}
