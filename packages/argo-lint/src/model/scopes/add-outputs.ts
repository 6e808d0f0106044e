import { type Call, isLoop, type TemplateNode } from "../manifest.js";
import { hasVariableTag } from "../tags.js";
import type { TemplateType } from "../template-type.js";
import { anyGlobalArtifact, anyGlobalParameter, type VariableScope } from "./scope.js";

/** The types of templates with a result and an exit code. */
const withResult: readonly TemplateType[] = ["container", "script", "data", "http", "plugin"];

/** The attributes of every task or step, whatever it calls. */
const ofEveryCall = ["id", "startedAt", "finishedAt", "hostNodeName"];

/** Whether its callers have `outputs.result` and `exitCode`. */
function hasResult({ template, types }: TemplateNode): boolean {
  return (
    types.some((type) => withResult.includes(type)) ||
    (template.containerSet?.containers ?? []).some(({ name }) => name === "main")
  );
}

/**
 * Adds the variables of a task or step that others can read.
 *
 * @param callee undefined if its name is known only at run time
 * @param globals receives the outputs with a `globalName`
 * Source: addOutputsToScope in workflow/validate/validate.go
 */
export function addOutputs(
  call: Call,
  callee: TemplateNode | undefined,
  scope: VariableScope,
  globals: VariableScope,
): void {
  const prefix = `${call.prefix}.${filledName(call.name)}`;
  scope.add(...ofEveryCall.map((name) => `${prefix}.${name}`));
  if (callee === undefined) return;
  const { template } = callee;
  if (template.daemon === true) scope.add(`${prefix}.ip`);
  if (hasResult(callee)) scope.add(`${prefix}.outputs.result`, `${prefix}.exitCode`);
  for (const [kind, any] of outputKinds) {
    for (const { name, globalName } of template.outputs?.[kind] ?? []) {
      scope.add(`${prefix}.outputs.${kind}.${name}`);
      if (!globalName) continue;
      if (hasVariableTag(globalName)) scope.add(any);
      else globals.add(`workflow.outputs.${kind}.${globalName}`);
    }
  }
  if (isLoop(call) && call.value.withSequence === undefined) {
    scope.add(`${prefix}.outputs.parameters`);
    if (callee.types.includes("containerSet")) scope.add(`${prefix}.outputs.result`, `${prefix}.exitCode`);
  }
}

const outputKinds = [
  ["parameters", anyGlobalParameter],
  ["artifacts", anyGlobalArtifact],
] as const;

/** A name whose tags are replaced by placeholders for their values. */
export function filledName(name: string): string {
  return name.replace(/\{\{\s*([^{}]+?)\s*\}\}/g, "«$1»");
}
