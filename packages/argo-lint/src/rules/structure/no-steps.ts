import { templateDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

/** Source: GetTemplateType in workflow_types.go, which ignores an empty list; the full CRDs have MinItems=1 at Template.Steps. */
export const noSteps = defineRule({
  name: "no-steps",
  severity: "error",
  refusedBy: "controller",
  summary: "A template of steps has at least one group of steps.",
  template(node, report) {
    if (node.template.steps?.length !== 0) return;
    report({
      at: [...node.path, "steps"],
      message: `The list of steps of ${templateDisplayName(node)} is empty.`,
      fix: "Add a group with a step, or remove the template.",
    });
  },
});
