import { capitalize } from "../../messages/phrases.js";
import { callDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

export const templateReferenceRule = defineRule({
  name: "template-reference",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "A task or step has exactly one of template, inline and templateRef, which needs name and template.",
  call(call, report) {
    const { value, path, inline } = call;
    const words = capitalize(callDisplayName(call));
    const ref = value.templateRef;
    if (ref === undefined) {
      if (inline !== undefined || (value.template ?? "") !== "") return;
      report({
        at: path,
        message: `${words} does not say what it runs.`,
        fix: "Set template to the name of a template.",
      });
      return;
    }
    if ((value.template ?? "") !== "") {
      report({
        at: [...path, "template"],
        key: true,
        message: `${words} has both template and templateRef.`,
        fix: "Keep one of them: templateRef.template is the name of the template.",
      });
    }
    if (!ref.name) {
      report({
        at: [...path, "templateRef"],
        message: `The templateRef of ${callDisplayName(call)} does not name the workflow template.`,
        fix: "Set templateRef.name.",
      });
    }
    if (!ref.template) {
      report({
        at: [...path, "templateRef"],
        message: `The templateRef of ${callDisplayName(call)} does not say which template of "${ref.name ?? ""}" it means.`,
        fix: "Set templateRef.template.",
      });
    }
  },
});
