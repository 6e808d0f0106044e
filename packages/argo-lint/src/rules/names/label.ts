import { labelProblems } from "../../kubernetes/label-problems.js";
import { defineRule } from "../../rule.js";

export const label = defineRule({
  name: "label",
  severity: "error",
  refusedBy: "API server",
  summary: "Labels and annotations of a manifest have names and values that Kubernetes accepts.",
  manifest({ metadata }, report) {
    for (const fault of labelProblems(metadata, ["metadata"], false)) report(fault);
  },
});
