import { defineRule } from "../../rule.js";

export const templatesBesideRef = defineRule({
  name: "templates-beside-ref",
  severity: "error",
  refusedBy: "argo lint",
  summary: "A workflow with a workflowTemplateRef has no templates of its own.",
  manifest({ spec, specPath }, report) {
    if (spec.workflowTemplateRef === undefined || (spec.templates ?? []).length === 0) return;
    report({
      at: [...specPath, "templates"],
      key: true,
      message: "A workflow that refers to a workflow template cannot have templates of its own.",
      fix: "Move these templates into the workflow template, or remove workflowTemplateRef and use templateRef in tasks.",
    });
  },
});
