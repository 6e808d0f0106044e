import { isWholeNumber } from "../../kubernetes/duration.js";
import { templateDisplayName } from "../../model/display-name.js";
import { fillInputs } from "../../model/fill-parameters.js";
import { templateTypeOf } from "../../model/template-type.js";
import { defineRule } from "../../rule.js";

export const activeDeadline = defineRule({
  name: "active-deadline",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "Only a template that runs something itself has an activeDeadlineSeconds, a whole number or a variable.",
  template(node, report) {
    const seconds = node.template.activeDeadlineSeconds;
    const type = templateTypeOf(node);
    if (seconds === undefined || type === undefined) return;
    if (type === "dag" || type === "steps") {
      report({
        at: [...node.path, "activeDeadlineSeconds"],
        key: true,
        message: `A template of type ${type} has no activeDeadlineSeconds, but ${templateDisplayName(node)} sets it.`,
        fix: "Set it in the templates that this one calls, or in spec for the whole workflow.",
      });
      return;
    }
    const text = fillInputs(String(seconds), node);
    if (text.startsWith("{{") && text.endsWith("}}")) return;
    if (isWholeNumber(text) && Number(text) >= 0) return;
    report({
      at: [...node.path, "activeDeadlineSeconds"],
      message: `The activeDeadlineSeconds of ${templateDisplayName(node)} is "${text}", not a number of seconds.`,
      fix: 'Write a whole number such as 3600, or one variable such as "{{inputs.parameters.seconds}}".',
    });
  },
});
