import { cronSpecOf } from "../../model/cron-spec.js";
import { defineRule } from "../../rule.js";

export const startingDeadline = defineRule({
  name: "starting-deadline",
  severity: "error",
  refusedBy: "argo lint",
  summary: "The startingDeadlineSeconds of a CronWorkflow are 0 or more.",
  manifest(manifest, report) {
    const seconds = cronSpecOf(manifest)?.startingDeadlineSeconds ?? 0;
    if (seconds >= 0) return;
    report({
      at: ["spec", "startingDeadlineSeconds"],
      message: `The startingDeadlineSeconds are ${seconds}, less than 0.`,
      fix: "Write how many seconds late a run may start.",
    });
  },
});
