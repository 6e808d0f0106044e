import { isTimezone, nearestTimezone } from "../../kubernetes/timezones.js";
import { cronSpecOf } from "../../model/manifest.js";
import { defineRule } from "../../rule.js";

export const timezone = defineRule({
  name: "timezone",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "The time zone of a CronWorkflow is one of the IANA database, with its capitalization: Europe/Berlin.",
  manifest(manifest, report) {
    const name = cronSpecOf(manifest)?.timezone ?? "";
    if (isTimezone(name)) return;
    const near = nearestTimezone(name);
    report({
      at: ["spec", "timezone"],
      message: `${JSON.stringify(name)} is not a time zone.`,
      fix: near === undefined ? "Write a name such as Europe/Berlin or UTC." : `Did you mean "${near}"?`,
    });
  },
});
