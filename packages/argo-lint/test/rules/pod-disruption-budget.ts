import { podDisruptionBudget } from "../../src/rules/structure/pod-disruption-budget.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: podDisruptionBudget,
  wrong: [
    {
      title: "both of its fields",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        podDisruptionBudget:
          minAvailable: 1
          maxUnavailable: 1`,
      ),
      finds: [
        { path: "spec.podDisruptionBudget.maxUnavailable", message: /both minAvailable and maxUnavailable/ },
      ],
    },
  ],
  right: [
    {
      title: "one of them",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        podDisruptionBudget:
          minAvailable: 9999`,
      ),
    },
  ],
};
