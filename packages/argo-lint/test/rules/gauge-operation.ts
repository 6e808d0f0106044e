import { gaugeOperation } from "../../src/rules/structure/gauge-operation.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: gaugeOperation,
  wrong: [
    {
      title: "an operation that is not known",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          metrics:
            prometheus:
              - name: runs
                help: how many
                gauge: {realtime: false, value: "1", operation: Plus}`),
      finds: [{ path: "spec.templates[0].metrics.prometheus[0].gauge.operation", message: /"Plus"/ }],
    },
  ],
  right: [
    {
      title: "an operation that is known",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          metrics:
            prometheus:
              - name: runs
                help: how many
                gauge: {realtime: false, value: "1", operation: Add}`),
    },
  ],
};
