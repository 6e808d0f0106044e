import type { Unresolved } from "../model/scopes/find-unresolved.js";
import type { Description } from "../rule.js";
import { suggest } from "./suggestions.js";

/** Variables of a workflow that do not come from the manifest. */
const others = [
  "workflow.creationTimestamp",
  "workflow.scheduledTime",
  "workflow.duration",
  "workflow.failures",
  "workflow.priority",
];

/** For a variable that begins with `workflow.`. */
export function describeWorkflowVariable({ name, tag, scope }: Unresolved): Description {
  const names = [...scope.names()].filter((each) => each.startsWith("workflow."));
  const [, group = "", kind = "", key = ""] = name.split(".");
  const below = (prefix: string): string[] =>
    names.filter((each) => each.startsWith(prefix)).map((each) => each.slice(prefix.length));
  if (group === "parameters") {
    const parameter = name.slice("workflow.parameters.".length);
    return {
      message: `${tag}: the workflow has no parameter "${parameter}".`,
      fix: suggest(
        parameter,
        below("workflow.parameters.").filter((each) => each !== "json"),
        "Declare it under arguments.parameters of the spec.",
      ),
    };
  }
  if (group === "labels" || group === "annotations") {
    const label = name.slice(`workflow.${group}.`.length);
    const one = group === "labels" ? "label" : "annotation";
    return {
      message: `${tag}: the workflow has no ${one} "${label}".`,
      fix: suggest(
        label,
        below(`workflow.${group}.`).filter((each) => each !== "json"),
        `Set it under metadata.${group}, or under workflowMetadata.${group} of the spec.`,
      ),
    };
  }
  if (group === "outputs") {
    const one = kind === "artifacts" ? "artifact" : "parameter";
    return {
      message: `${tag}: no template that runs before has a global output ${one} "${key}".`,
      fix: suggest(
        key,
        below(`workflow.outputs.${kind}.`).filter((each) => each !== "*"),
        `Set globalName: ${key || "NAME"} at an output ${one} of a template that is called before.`,
      ),
    };
  }
  if (group === "failures") {
    return {
      message: `${tag}: the failures of a workflow are known only in its exit handler, and this workflow has no onExit.`,
      fix: "Name the exit handler's template under onExit of the spec.",
    };
  }
  if (group === "priority") {
    return { message: `${tag}: the workflow has no priority.`, fix: "Set priority in the spec." };
  }
  const known = [...names, ...others].filter((each) => each.split(".").length === 2);
  return {
    message: `${tag}: "${name}" is not a variable of a workflow.`,
    fix: suggest(name, known, "Use another variable."),
  };
}
