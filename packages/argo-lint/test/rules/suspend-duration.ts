import { suspendDuration } from "../../src/rules/structure/suspend-duration.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: suspendDuration,
  wrong: [
    {
      title: "a duration in days",
      manifest: workflow(`
        - name: main
          suspend:
            duration: 1d`),
      finds: [{ path: "spec.templates[0].suspend.duration", message: /"1d".*24h/ }],
    },
  ],
  right: [
    {
      title: "seconds without a unit",
      manifest: workflow(`
        - name: main
          suspend:
            duration: "90"`),
    },
    {
      title: "hours and minutes",
      manifest: workflow(`
        - name: main
          suspend:
            duration: 1h30m`),
    },
  ],
};
