import { anyGlobalArtifact, anyGlobalParameter, anyItem, type VariableScope } from "./scope.js";

/** The prefixes of Argo's variables. Argo does not replace any other `{{…}}`. */
export const variableRoots = ["item.", "steps.", "inputs.", "outputs.", "pod.", "workflow.", "tasks."];

/** Prefixes of variables that are replaced at run time, whatever follows. */
const laterFilled = [
  "outputs.",
  "workflow.creationTimestamp",
  "workflow.scheduledTime",
  "workflow.duration",
  "tasks.name",
  "steps.name",
  "node.name",
];

/** Whether a name begins like a variable of Argo. */
function isVariable(name: string): boolean {
  return variableRoots.some((root) => name.startsWith(root));
}

/** Whether a name begins with the prefix of a variable that is replaced at run time, whatever follows. */
function isLaterFilled(name: string): boolean {
  return laterFilled.some((start) => name.startsWith(start));
}

/**
 * Whether `argo lint` accepts the variable at a place.
 *
 * @param inTemplate whether it is checked within a workflow template, whose workflow may have more parameters
 * Source: resolveAllVariables in workflow/validate/validate.go
 */
export function isResolved(name: string, scope: VariableScope, inTemplate: boolean): boolean {
  if (!isVariable(name) || scope.has(name) || isLaterFilled(name)) return true;
  if (name.startsWith("item.")) return scope.has(anyItem);
  if (name.startsWith("workflow.outputs.parameters.")) return scope.has(anyGlobalParameter);
  if (name.startsWith("workflow.outputs.artifacts.")) return scope.has(anyGlobalArtifact);
  return inTemplate && name.startsWith("workflow.parameters");
}

/** Whether Argo refuses an unclosed tag although it finds some end of it. */
export function isRefusedUnclosed(
  { kind, content }: { readonly kind: string; readonly content: string },
  ofAnyItem = false,
): boolean {
  if (ofAnyItem && content.startsWith("item.")) return false;
  return kind === "expression" || (isVariable(content) && !isLaterFilled(content));
}
