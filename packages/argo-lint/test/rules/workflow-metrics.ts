import { workflowMetrics } from "../../src/rules/structure/workflow-metrics.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: workflowMetrics,
  wrong: [
    {
      title: "a metric of the workflow without help",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        metrics:
          prometheus:
            - name: runs
              counter: {value: "1"}`,
      ),
      finds: [{ path: "spec.metrics.prometheus[0]", message: /no help text/ }],
    },
  ],
  right: [
    {
      title: "a metric of the workflow",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        metrics:
          prometheus:
            - name: runs
              help: how many
              counter: {value: "1"}`,
      ),
    },
  ],
};
