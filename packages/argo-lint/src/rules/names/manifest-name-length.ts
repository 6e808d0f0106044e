import type { Kind } from "../../model/manifest.js";
import { defineRule } from "../../rule.js";

/** The names of a CronWorkflow's workflows end with a time. Source: ValidateWorkflow and its neighbours in validate.go. */
const longest: Readonly<Partial<Record<Kind, number>>> = {
  Workflow: 63,
  WorkflowTemplate: 63,
  ClusterWorkflowTemplate: 63,
  CronWorkflow: 52,
};

export const manifestNameLength = defineRule({
  name: "manifest-name-length",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "The name of a manifest has at most 63 characters, that of a CronWorkflow 52, so that it fits into a label.",
  manifest({ metadata: { name = "" }, kind }, report) {
    const most = longest[kind];
    const length = Buffer.byteLength(name);
    if (most === undefined || length <= most) return;
    report({
      at: ["metadata", "name"],
      message: `The name of this ${kind} has ${length} characters, more than ${most}.`,
      fix: `Shorten it by ${length - most}.`,
    });
  },
});
