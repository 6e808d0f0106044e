import { isWholeNumber } from "../../kubernetes/duration.js";
import { templateDisplayName } from "../../model/display-name.js";
import { fillInputs } from "../../model/fill-parameters.js";
import { hasPaths, templateTypeOf } from "../../model/template-type.js";
import { defineRule } from "../../rule.js";

export const timeout = defineRule({
  name: "timeout",
  severity: "error",
  refusedBy: "argo lint",
  summary: "Only a template that runs something itself has a timeout, with a unit: 30s, not 30.",
  template(node, report) {
    const text = fillInputs(node.template.timeout ?? "", node);
    if (text === "" || node.types.length === 0) return;
    if (!hasPaths(node)) {
      report({
        at: [...node.path, "timeout"],
        key: true,
        message: `A template of type ${templateTypeOf(node) ?? ""} has no timeout, but ${templateDisplayName(node)} sets one.`,
        fix: "Set timeout in the templates that it calls, or activeDeadlineSeconds for the whole workflow.",
      });
    } else if (isWholeNumber(text)) {
      report({
        at: [...node.path, "timeout"],
        message: `The timeout "${text}" of ${templateDisplayName(node)} has no unit.`,
        fix: `Write "${text}s" for seconds.`,
      });
    }
  },
});
