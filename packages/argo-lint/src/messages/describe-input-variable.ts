import { templateDisplayName } from "../model/display-name.js";
import type { Unresolved } from "../model/scopes/find-unresolved.js";
import { isLeaf } from "../model/template-type.js";
import type { Description } from "../rule.js";
import { suggest } from "./suggestions.js";

/** For a variable that begins with `inputs.`. */
export function describeInputVariable({ name, tag, template, call }: Unresolved): Description {
  const [, kind, input = "", ...rest] = name.split(".");
  const subject = templateDisplayName(template);
  if (kind === "parameters" || kind === "artifacts") {
    const one = kind === "parameters" ? "parameter" : "artifact";
    const names = (template.template.inputs?.[kind] ?? []).map((each) => each.name ?? "");
    if (!names.includes(input)) {
      const inInline = (call?.inline?.template.inputs?.[kind] ?? []).some((each) => each.name === input);
      if (inInline) {
        return {
          message: `${tag} is part of an inline template: Argo resolves its variables in ${subject}, which has no input ${one} "${input}".`,
          fix: `Move the inline template to spec.templates, or declare the input ${one} in ${subject} too.`,
        };
      }
      return {
        message: `${tag}: ${subject} has no input ${one} "${input}".`,
        fix: suggest(input, names, `Declare it under inputs.${kind}.`),
      };
    }
    if (kind === "artifacts" && rest.join(".") === "path" && !(isLeaf(template) && call === undefined)) {
      return {
        message: `${tag}: ${subject} runs no container, so its input artifacts have no path.`,
        fix: `Pass the artifact on with from: "{{inputs.artifacts.${input}}}".`,
      };
    }
    const known = kind === "parameters" ? "its value" : "its path";
    const right = `{{inputs.${kind}.${input}${kind === "artifacts" ? ".path" : ""}}}`;
    return { message: `${tag}: an input ${one} has only ${known}.`, fix: `Write ${right}.` };
  }
  return {
    message: `${tag} is not a variable: "inputs." is followed by "parameters" or "artifacts".`,
    fix: suggest(kind ?? "", ["parameters", "artifacts"], "Write {{inputs.parameters.NAME}}."),
  };
}
