import { declaredDependencies, taskOf } from "../../model/dependencies.js";
import { templateDisplayName } from "../../model/display-name.js";
import { type Call, isLoop } from "../../model/manifest.js";
import { type CallVariable, variablesOfCall } from "../../model/scopes/variables-of-call.js";
import { defineRule } from "../../rule.js";

export const skippedOutput = defineRule({
  name: "skipped-output",
  severity: "warning",
  summary:
    "A task or step that reads an output of one with a when handles the case that it was skipped: with a default at either end, with ?? in an expression, or with a when of its own. Otherwise the workflow fails, or waits forever, each time the condition is false.",
  call(call, report) {
    // Its own condition may ensure that it runs only if the other one has.
    if (call.value.when) return;
    for (const variable of variablesOfCall(call)) {
      const found = skippable(call, variable);
      if (found === undefined) continue;
      const [, , outputs, kind, output = ""] = variable.name.split(".");
      if (outputs !== "outputs" || kind === "artifacts") continue;
      const callee = call.caller.manifest.lookup.callee(found);
      if (callee.kind !== "found") continue;
      const declared = callee.template.template.outputs?.parameters?.find(({ name }) => name === output);
      if (kind === "parameters" && declared === undefined) continue;
      if (declared?.valueFrom?.default !== undefined || hasDefault(call, variable)) continue;
      const waits = kind === "result";
      report({
        at: variable.path,
        part: variable.tag,
        message: `${variable.name}: ${found.kind} "${found.name}" may be skipped, because it has a when; then this output does not exist, and ${waits ? "the workflow waits for it forever" : `${call.kind} "${call.name}" fails`}.`,
        fix: waits
          ? `Give ${call.kind} "${call.name}" a when of its own, or declare the value as an output parameter of ${templateDisplayName(callee.template)} with valueFrom.default.`
          : `Set valueFrom.default for the output of ${templateDisplayName(callee.template)}, or give ${call.kind} "${call.name}" a when of its own.`,
      });
    }
  },
});

/** The task or step that is read, if it may be skipped and the reader still runs. */
function skippable(call: Call, { name }: CallVariable): Call | undefined {
  const [root, of = ""] = name.split(".");
  const found = taskOf(call.caller, of);
  if (found === undefined || found.prefix !== root || !found.value.when || isLoop(found)) return undefined;
  if (call.kind === "step") return found.group < call.group ? found : undefined;
  if (!declaredDependencies(call).has(of)) return undefined;
  // Only without named results is it certain that a skipped task is enough.
  const { depends } = call.value;
  return !depends || isAmongNames(depends, of) ? found : undefined;
}

/** Whether `depends` is a list of names joined by `&&`, and this is one of them. */
function isAmongNames(depends: string, name: string): boolean {
  const names = depends.split("&&").map((part) => part.trim().replace(/^\((.*)\)$/, "$1"));
  return names.includes(name);
}

/** Whether the argument is only the tag, and its input has a default. */
function hasDefault(call: Call, { path, tag }: CallVariable): boolean {
  const [field, group, index] = path.slice(call.path.length);
  if (field !== "arguments" || group !== "parameters" || typeof index !== "number") return false;
  const argument = call.value.arguments?.parameters?.[index];
  const callee = call.caller.manifest.lookup.callee(call);
  if (callee.kind !== "found") return true;
  const input = callee.template.template.inputs?.parameters?.find(({ name }) => name === argument?.name);
  const hasOwn = input?.default !== undefined || input?.value !== undefined || input?.valueFrom !== undefined;
  return argument?.value === tag && hasOwn;
}
