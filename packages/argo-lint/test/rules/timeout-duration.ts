import { timeoutDuration } from "../../src/rules/structure/timeout-duration.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: timeoutDuration,
  wrong: [
    {
      title: "a timeout in days",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          timeout: 1d`),
      finds: [{ path: "spec.templates[0].timeout", message: /"1d".*24h/ }],
    },
  ],
  right: [
    {
      title: "hours and minutes",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          timeout: 1h30m`),
    },
  ],
};
