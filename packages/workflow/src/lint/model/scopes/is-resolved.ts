import { anyGlobalArtifact, anyGlobalParameter, anyItem, type VariableScope } from "./scope.js";

/** What variables of Argo begin with. Argo leaves any other `{{…}}` to whoever reads the text. */
export const variableRoots = ["item.", "steps.", "inputs.", "outputs.", "pod.", "workflow.", "tasks."];

/** What is filled in at run time, whatever comes behind it. */
const laterFilled = [
  "outputs.",
  "workflow.creationTimestamp",
  "workflow.scheduledTime",
  "workflow.duration",
  "tasks.name",
  "steps.name",
  "node.name",
];

/** Whether a name begins as a variable of Argo's does. */
export function isVariable(name: string): boolean {
  return variableRoots.some((root) => name.startsWith(root));
}

/** Whether a name begins as something that is filled in at run time, whatever comes behind it. */
export function isLaterFilled(name: string): boolean {
  return laterFilled.some((start) => name.startsWith(start));
}

/**
 * Whether `argo lint` lets the variable pass at a place.
 *
 * @param inTemplate whether it is looked at within a workflow template, whose workflow may have more parameters
 * Source: resolveAllVariables in workflow/validate/validate.go
 */
export function isResolved(name: string, scope: VariableScope, inTemplate: boolean): boolean {
  if (!isVariable(name) || scope.has(name) || isLaterFilled(name)) return true;
  if (name.startsWith("item.")) return scope.has(anyItem);
  if (name.startsWith("workflow.outputs.parameters.")) return scope.has(anyGlobalParameter);
  if (name.startsWith("workflow.outputs.artifacts.")) return scope.has(anyGlobalArtifact);
  return inTemplate && name.startsWith("workflow.parameters");
}

/** Whether Argo refuses the tag although it finds some end of it. */
export function isRefusedUnclosed(
  { kind, content }: { readonly kind: string; readonly content: string },
  ofAnyItem = false,
): boolean {
  if (ofAnyItem && content.startsWith("item.")) return false;
  return kind === "expression" || (isVariable(content) && !isLaterFilled(content));
}
