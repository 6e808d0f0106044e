import { callDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

export const ignoredTemplate = defineRule({
  name: "ignored-template",
  severity: "warning",
  summary: "A task or step with an inline template has no other template: Argo runs only the inline one.",
  call(call, report) {
    const { value, path, inline } = call;
    if (inline === undefined) return;
    for (const field of ["template", "templateRef"] as const) {
      if (value[field] === undefined) continue;
      report({
        at: [...path, field],
        key: true,
        message: `Argo ignores the ${field} of ${callDisplayName(call)}, because it has an inline template.`,
        fix: `Remove ${field}, or inline.`,
      });
    }
  },
});
