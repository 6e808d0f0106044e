import { cronProblem } from "../../kubernetes/cron-problem.js";
import { cronSpecOf } from "../../model/manifest.js";
import { defineRule } from "../../rule.js";

export const cronSchedule = defineRule({
  name: "cron-schedule",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    'A CronWorkflow has schedules: five fields for minute, hour, day, month and weekday, or a descriptor such as @daily or "@every 1h30m".',
  manifest(manifest, report) {
    const spec = cronSpecOf(manifest);
    if (spec === undefined) return;
    const schedules = spec.schedules ?? [];
    if (schedules.length === 0) {
      const fix = 'Add "schedules", for example ["0 6 * * 1-5"].';
      report({ at: ["spec"], message: "This CronWorkflow has no schedule.", fix });
    }
    for (const [i, schedule] of schedules.entries()) {
      const fault = cronProblem(schedule);
      if (fault === undefined) continue;
      report({
        at: ["spec", "schedules", i],
        message: `The schedule ${JSON.stringify(schedule)} cannot be read: ${fault}.`,
        fix: 'Write minute, hour, day, month and weekday, for example "30 6 * * 1-5", or a descriptor such as @daily.',
      });
    }
  },
});
