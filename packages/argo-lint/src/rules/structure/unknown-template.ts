import { capitalize } from "../../messages/phrases.js";
import { suggest } from "../../messages/suggestions.js";
import { callDisplayName, manifestDisplayName } from "../../model/display-name.js";
import { fillParameters } from "../../model/fill-parameters.js";
import type { Call } from "../../model/manifest.js";
import { hasTag } from "../../model/tags.js";
import { namesOfTemplates, sourceOfTemplates } from "../../model/template-source.js";
import { defineRule, type Reporter } from "../../rule.js";

export const unknownTemplate = defineRule({
  name: "unknown-template",
  severity: "error",
  refusedBy: "argo lint",
  summary: "A task or step names an existing template, whose name does not depend on an item.",
  call(call, report) {
    const { value, caller } = call;
    if (value.templateRef !== undefined) return checkReference(call, report);
    const name = fillParameters(value.template ?? "", caller.manifest);
    const source = sourceOfTemplates(caller.manifest);
    if (name === "" || source === undefined || source.names.has(name)) return;
    if (hasTag(name)) return checkTag(call, name, report);
    report({
      at: [...call.path, "template"],
      message: `${capitalize(callDisplayName(call))} runs "${name}", which is not a template of ${source.words}.`,
      fix: suggest(name, source.names, "Name an existing template."),
    });
  },
});

function checkReference(call: Call, report: Reporter): void {
  const { manifest } = call.caller;
  const name = call.value.templateRef?.template ?? "";
  const found = manifest.lookup.sourceOfCalled(call.value, manifest);
  if (found === undefined || name === "" || hasTag(name) || namesOfTemplates(found).has(name)) return;
  report({
    at: [...call.path, "templateRef", "template"],
    message: `${capitalize(callDisplayName(call))} runs "${name}", which is not a template of ${manifestDisplayName(found)}.`,
    fix: suggest(name, namesOfTemplates(found), "Name an existing template."),
  });
}

/** Argo replaces the inputs of the entrypoint before it looks for the template, but never an item. */
function checkTag(call: Call, name: string, report: Reporter): void {
  const isEntrypoint = call.caller.name === call.caller.manifest.spec.entrypoint;
  if (name.includes("{{=") || (isEntrypoint && /\{\{\s*inputs\.parameters\./.test(name))) return;
  report({
    at: [...call.path, "template"],
    message: `${capitalize(callDisplayName(call))} runs "${name}": Argo looks for a template of exactly this name.`,
    fix: "Call each template in a task or step of its own, with a when that selects it, or use templateRef.",
  });
}
