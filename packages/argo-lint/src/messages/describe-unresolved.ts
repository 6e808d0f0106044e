import { templateDisplayName } from "../model/display-name.js";
import type { Unresolved } from "../model/scopes/find-unresolved.js";
import { anyItem } from "../model/scopes/scope.js";
import type { Description } from "../rule.js";
import { describeCallVariable } from "./describe-call-variable.js";
import { describeInputVariable } from "./describe-input-variable.js";
import { describeWorkflowVariable } from "./describe-workflow-variable.js";
import { suggest } from "./suggestions.js";

/** Explains why a variable does not exist at its place. */
export function describeUnresolved(unresolved: Unresolved): Description {
  const { name, tag, template, scope } = unresolved;
  const [root = ""] = name.split(".");
  if (root === "inputs") return describeInputVariable(unresolved);
  if (root === "tasks" || root === "steps") return describeCallVariable(unresolved);
  if (root === "workflow") return describeWorkflowVariable(unresolved);
  if (root === "item") return describeItemVariable(unresolved);
  const isPodName = name === "pod.name";
  return {
    message: isPodName
      ? `${tag}: ${templateDisplayName(template)} starts no pod itself, so it has no pod.name.`
      : `${tag}: "${name}" is not a variable.`,
    fix: isPodName ? "Use it in the called template." : suggest(name, scope.names(), "Use another variable."),
  };
}

function describeItemVariable({ name, tag, call, template, scope }: Unresolved): Description {
  if (call === undefined) {
    return {
      message: `${tag}: ${templateDisplayName(template)} is called once for each item, but sees only its inputs.`,
      fix: `Declare an input parameter, and pass ${tag} as an argument in the task or step with the loop.`,
    };
  }
  const names = [...scope.names()].filter((each) => each.startsWith("item"));
  const where = `${call.kind} "${call.name}"`;
  if (names.length === 0 || scope.has(anyItem)) {
    return {
      message: `${tag}: ${where} is not a loop, so it has no item.`,
      fix: "Add withItems or withParam, or remove the tag.",
    };
  }
  return {
    message: `${tag}: the items of ${where} have no "${name.slice("item.".length)}".`,
    fix: suggest(name, names, "Use a key that the items have."),
  };
}
