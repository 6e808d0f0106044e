import { templateDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

export const emptyStepGroup = defineRule({
  name: "empty-step-group",
  severity: "warning",
  summary: "A group of parallel steps has at least one step.",
  template(node, report) {
    for (const [i, group] of (node.template.steps ?? []).entries()) {
      if (group.length > 0) continue;
      report({
        at: [...node.path, "steps", i],
        message: `Group ${i + 1} of the steps of ${templateDisplayName(node)} is empty, so it does nothing.`,
        fix: "Remove it, or add the missing step.",
      });
    }
  },
});
