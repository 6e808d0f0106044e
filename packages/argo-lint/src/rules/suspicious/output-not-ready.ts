import { noAncestor } from "../../messages/describe-call-variable.js";
import { endsBefore } from "../../model/dependencies.js";
import { textAt } from "../../model/json.js";
import type { Call } from "../../model/manifest.js";
import { unresolvedOfCall } from "../../model/scopes/unresolved-of-call.js";
import { type CallVariable, variablesOfCall } from "../../model/scopes/variables-of-call.js";
import { type Description, defineRule } from "../../rule.js";

export const outputNotReady = defineRule({
  name: "output-not-ready",
  severity: "warning",
  summary:
    "A task reads only from tasks that it depends on, and a step only from steps of earlier groups. argo lint checks only the beginning of arguments: anywhere else in a task or step, Argo waits forever for such an output.",
  call(call, report) {
    const { calls } = call.caller;
    const seen = new Set<string>();
    for (const variable of variablesOfCall(call)) {
      const { name, tag, path } = variable;
      const [root, of = "", ...rest] = name.split(".");
      if (root !== call.prefix || rest.length === 0 || endsBefore(of, call)) continue;
      const found = calls.find((each) => each.name === of);
      if (found === undefined || isError(call, variable) || seen.has(name + path.join())) continue;
      seen.add(name + path.join());
      const { message, fix } =
        call.kind === "task" ? noAncestor(name, found, call) : sameGroup(name, found, call);
      report({ at: path, part: tag, message: `${message} Argo would wait for it forever.`, fix });
    }
  },
});

function sameGroup(name: string, found: Call, call: Call): Description {
  if (found.name === call.name) {
    return {
      message: `${name}: step "${call.name}" cannot read its own outputs, because it has not run yet.`,
      fix: "Read from a step of an earlier group; only a hook of a step can read the outputs of that step.",
    };
  }
  return {
    message: `${name}: step "${found.name}" is in the same group as step "${call.name}", so both start at once.`,
    fix: `Move step "${call.name}" to a later group: begin it with "- -".`,
  };
}

/** Whether other rules report it. */
function isError(call: Call, { name, tag, path, isInExpression }: CallVariable): boolean {
  if (unresolvedOfCall(call).some((each) => each.name === name)) return true;
  // argo lint reports it at the beginning of a task's argument.
  const isArgument =
    path[call.path.length] === "arguments" && (path.at(-1) === "value" || path.at(-1) === "from");
  if (call.kind !== "task" || isInExpression || !isArgument) return false;
  const text = textAt(call.value, path.slice(call.path.length)) ?? "";
  return text.startsWith(tag) && tag.startsWith("{{tasks.");
}
