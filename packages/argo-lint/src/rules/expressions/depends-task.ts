import { declaredDependencies, taskNamesOf, taskOf, taskResults } from "../../model/dependencies.js";
import { callDisplayName, templateDisplayName } from "../../model/display-name.js";
import { fillParameters } from "../../model/fill-parameters.js";
import type { Call } from "../../model/manifest.js";
import type { Path } from "../../model/path.js";
import { defineRule } from "../../rule.js";
import { didYouMean, nearest } from "../../text/did-you-mean.js";

export const dependsTask = defineRule({
  name: "depends-task",
  severity: "error",
  refusedBy: "argo lint",
  summary: "The dependencies of a task are tasks of the same DAG.",
  call(call, report) {
    // The value of a tag is known for parameters of the workflow that have one.
    if (hasOpenTag(fillParameters(textOf(call), call.caller.manifest))) return;
    for (const name of declaredDependencies(call).keys()) {
      if (taskOf(call.caller, name) !== undefined) continue;
      report({
        ...placeOf(call, name),
        message: `The ${callDisplayName(call)} waits for "${name}", which is not a task of ${templateDisplayName(call.caller)}.`,
        fix: fixOf(call, name),
      });
    }
  },
});

/** Tags of inputs and of the workflow are replaced before Argo checks names; the content of other tags is read as names. */
function hasOpenTag(text: string): boolean {
  return /\{\{\s*(?:=|inputs\.|workflow\.)/.test(text);
}

function textOf({ value }: Call): string {
  return value.depends || (value.dependencies ?? []).join(" ");
}

function placeOf({ value, path }: Call, name: string): { at: Path; part?: string } {
  if (value.depends) {
    return { at: [...path, "depends"], ...(value.depends.includes(name) && { part: name }) };
  }
  const i = (value.dependencies ?? []).indexOf(name);
  return { at: i < 0 ? [...path, "dependencies"] : [...path, "dependencies", i] };
}

/** A result in lowercase is taken for a task: `a.succeeded`. */
function fixOf({ value, caller }: Call, name: string): string {
  const result = nearest(name, taskResults);
  const before = new RegExp(`([-a-zA-Z0-9]+)\\.${name}(?![-a-zA-Z0-9])`).exec(value.depends ?? "")?.[1];
  if (before !== undefined && result !== undefined)
    return `Write ${before}.${result}, with a capital letter.`;
  return `Name a task of the same DAG.${didYouMean(name, taskNamesOf(caller))}`;
}
