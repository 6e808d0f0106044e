import { metricType } from "../../src/rules/structure/metric-type.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: metricType,
  wrong: [
    {
      title: "a metric that is neither",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          metrics:
            prometheus:
              - name: runs
                help: how many`),
      finds: [
        { path: "spec.templates[0].metrics.prometheus[0]", message: /not a gauge, a counter or a histogram/ },
      ],
    },
    {
      title: "a metric that is both",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          metrics:
            prometheus:
              - name: runs
                help: how many
                counter: {value: "1"}
                gauge: {realtime: false, value: "1"}`),
      finds: [{ path: "spec.templates[0].metrics.prometheus[0]", message: /gauge and counter/ }],
    },
  ],
  right: [
    {
      title: "a counter",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          metrics:
            prometheus:
              - name: runs
                help: how many
                counter: {value: "1"}`),
    },
  ],
};
