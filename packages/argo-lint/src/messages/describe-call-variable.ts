import { ancestorsOf } from "../model/dependencies.js";
import { templateDisplayName } from "../model/display-name.js";
import type { Call, TemplateNode } from "../model/manifest.js";
import type { Unresolved } from "../model/scopes/find-unresolved.js";
import type { Description } from "../rule.js";
import { suggest } from "./suggestions.js";

const attributes = [
  "id",
  "ip",
  "status",
  "exitCode",
  "startedAt",
  "finishedAt",
  "hostNodeName",
  "outputs.result",
  "outputs.parameters.NAME",
  "outputs.artifacts.NAME",
];

/** For a variable that begins with `tasks.` or `steps.`. */
export function describeCallVariable(unresolved: Unresolved): Description {
  const { name, tag, template, call } = unresolved;
  const [root = "", callName = "", ...rest] = name.split(".");
  const one = root === "tasks" ? "task" : "step";
  const subject = templateDisplayName(template);
  const calls = template.calls.filter(({ kind }) => kind === one);
  if (calls.length === 0) {
    const other = one === "task" ? "a DAG" : "a steps template";
    const isOther = template.calls.some((each) => each.name === callName);
    return {
      message: `${tag}: ${subject} is not ${other}, so it has no ${root}.`,
      fix: isOther
        ? `Write ${tag.replace(root, root === "tasks" ? "steps" : "tasks")}.`
        : "Declare an input, and pass the value as an argument where the template is called.",
    };
  }
  const found = calls.find((each) => each.name === callName);
  if (found === undefined) {
    const names = calls.map((each) => each.name);
    return {
      message: `${tag}: ${subject} has no ${one} "${callName}".`,
      fix: suggest(callName, names, `Name a ${one} of ${subject}.`),
    };
  }
  const target = found.caller.manifest.lookup.callee(found);
  const attribute = rest.join(".");
  if (attribute === "status" && call !== undefined && call.kind === "task")
    return noAncestor(tag, found, call);
  if (call?.kind === "step" && comesLater(found, call)) {
    return {
      message: `${tag}: step "${callName}" comes later than step "${call.name}", so it has no outputs yet.`,
      fix: `Move step "${callName}" into a group before that of step "${call.name}".`,
    };
  }
  if (target.kind === "dynamic") {
    return {
      message: `${tag}: which template ${one} "${callName}" calls is known only at run time, so others cannot read its outputs.`,
      fix: "Call a template by a literal name, or read only its id, status or times.",
    };
  }
  if (target.kind === "found") return noAttribute(tag, found, target.template, attribute);
  return noSuchAttribute(tag, one, attribute);
}

function comesLater(found: Call, call: Call): boolean {
  const { calls } = call.caller;
  return calls.indexOf(found) >= calls.indexOf(call);
}

/** For a variable of a task that has not ended when another one starts. */
export function noAncestor(tag: string, found: Call, call: Call): Description {
  if (found.name === call.name) {
    return {
      message: `${tag}: task "${call.name}" cannot read its own outputs, because it has not run yet.`,
      fix: "Read from a task that it depends on; only a hook of a task can read the outputs of that task.",
    };
  }
  if (ancestorsOf(found).has(call.name)) {
    return {
      message: `${tag}: task "${found.name}" runs after task "${call.name}", because it depends on it.`,
      fix: `Read from a task that runs before "${call.name}".`,
    };
  }
  const { value, caller } = call;
  const usesDepends = caller.calls.some((each) => Boolean(each.value.depends));
  const how = usesDepends
    ? `depends: ${[value.depends, found.name].filter(Boolean).join(" && ")}`
    : `dependencies: [${[...(value.dependencies ?? []), found.name].join(", ")}]`;
  return {
    message: `${tag}: task "${call.name}" does not depend on task "${found.name}", which may not have run by then.`,
    fix: `Set ${how} in task "${call.name}".`,
  };
}

function noAttribute(tag: string, found: Call, callee: TemplateNode, attribute: string): Description {
  const calls = `${found.kind} "${found.name}" calls ${templateDisplayName(callee)}`;
  const [group, kind, output = ""] = attribute.split(".");
  if (group === "outputs" && (kind === "parameters" || kind === "artifacts")) {
    const one = kind === "parameters" ? "parameter" : "artifact";
    const names = (callee.template.outputs?.[kind] ?? []).map(({ name }) => name ?? "");
    if (output === "") {
      return {
        message: `${tag}: ${found.kind} "${found.name}" is not a loop over withItems or withParam; only such a loop has the list of all its outputs.`,
        fix: `Name one output: {{${found.prefix}.${found.name}.outputs.${kind}.NAME}}.`,
      };
    }
    return {
      message: `${tag}: ${found.kind} "${found.name}" has no output ${one} "${output}", because ${templateDisplayName(callee)} does not declare it.`,
      fix: suggest(
        output,
        names.filter(Boolean),
        `Declare it under outputs.${kind} of ${templateDisplayName(callee)}.`,
      ),
    };
  }
  if (attribute === "outputs.result" || attribute === "exitCode") {
    const what = attribute === "exitCode" ? "an exit code" : "a result";
    return {
      message: `${tag}: ${calls}, which is a ${callee.types[0] ?? "template"} and has no ${attribute}; only a container, script, data, http or plugin template has ${what}.`,
      fix: "Read an output parameter that the template declares.",
    };
  }
  if (attribute === "ip") {
    return {
      message: `${tag}: ${calls}, which is not a daemon; only a daemon has an IP address that others can read.`,
      fix: "Set daemon: true in that template.",
    };
  }
  return noSuchAttribute(tag, found.kind, attribute);
}

function noSuchAttribute(tag: string, one: string, attribute: string): Description {
  return {
    message: `${tag}: a ${one} has no "${attribute}".`,
    fix: suggest(attribute, attributes, "Read an attribute that exists."),
  };
}
