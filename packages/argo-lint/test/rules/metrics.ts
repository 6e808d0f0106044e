import { metrics } from "../../src/rules/structure/metrics.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: metrics,
  wrong: [
    {
      title: "a name with a dash",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          metrics:
            prometheus:
              - name: run-time
                help: how long
                counter: {value: "1"}`),
      finds: [{ path: "spec.templates[0].metrics.prometheus[0].name", message: /"run-time"/ }],
    },
    {
      title: "a metric without a name",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          metrics:
            prometheus:
              - help: how long
                counter: {value: "1"}`),
      finds: [{ path: "spec.templates[0].metrics.prometheus[0]", message: /has no name/ }],
    },
    {
      title: "a label with a dash",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          metrics:
            prometheus:
              - name: runs
                help: how many
                labels:
                  - key: the-day
                    value: monday
                counter: {value: "1"}`),
      finds: [{ path: "spec.templates[0].metrics.prometheus[0].labels[0].key", message: /"the-day"/ }],
    },
    {
      title: "a metric without help",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          metrics:
            prometheus:
              - name: runs
                counter: {value: "1"}`),
      finds: [{ path: "spec.templates[0].metrics.prometheus[0]", message: /no help text/ }],
    },
    {
      title: "a counter without a value",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          metrics:
            prometheus:
              - name: runs
                help: how many
                counter: {}`),
      finds: [{ path: "spec.templates[0].metrics.prometheus[0].counter", message: /has no value/ }],
    },
    {
      title: "a gauge in real time of what is known at the end",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          metrics:
            prometheus:
              - name: cost
                help: how dear
                gauge:
                  realtime: true
                  value: "{{resourcesDuration.cpu}}"`),
      finds: [{ path: "spec.templates[0].metrics.prometheus[0].gauge.value", message: /in real time/ }],
    },
  ],
  right: [
    {
      title: "a gauge in real time",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          metrics:
            prometheus:
              - name: run_time
                help: how long
                gauge:
                  realtime: true
                  value: "{{duration}}"`),
    },
  ],
};
