import { cronSpecOf } from "../../model/manifest.js";
import { defineRule } from "../../rule.js";

export const startingDeadline = defineRule({
  name: "starting-deadline",
  severity: "error",
  refusedBy: "argo lint",
  summary: "The startingDeadlineSeconds of a CronWorkflow is not negative.",
  manifest(manifest, report) {
    const seconds = cronSpecOf(manifest)?.startingDeadlineSeconds ?? 0;
    if (seconds >= 0) return;
    report({
      at: ["spec", "startingDeadlineSeconds"],
      message: `The startingDeadlineSeconds is ${seconds}, less than 0.`,
      fix: "Write by how many seconds a run may start late.",
    });
  },
});
