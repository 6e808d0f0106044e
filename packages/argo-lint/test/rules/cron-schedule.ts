import { cronSchedule } from "../../src/rules/names/cron-schedule.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: cronSchedule,
  wrong: [
    {
      title: "no schedule",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  timezone: UTC
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec", message: /has no schedule/ }],
    },
    {
      title: "four fields",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["0 6 * *"]
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec.schedules[0]", message: /4 fields instead of 5/ }],
    },
    {
      title: "an hour that no day has",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["0 24 * * *"]
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec.schedules[0]", message: /24 is more than 23 .hour/ }],
    },
    {
      title: "Sunday as 7",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["0 6 * * 7"]
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec.schedules[0]", message: /7 is more than 6/ }],
    },
    {
      title: "a range that ends before it begins",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["0 6 * * fri-mon"]
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec.schedules[0]", message: /5 is greater than 1/ }],
    },
    {
      title: "a step of 0",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["*/0 * * * *"]
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec.schedules[0]", message: /the step is 0/ }],
    },
    {
      title: "a word that is not known",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["@reboot"]
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec.schedules[0]", message: /"@reboot" is not one of/ }],
    },
    {
      title: "a duration that is none",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["@every 5"]
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec.schedules[0]", message: /"5" is not a duration/ }],
    },
    {
      title: "a time zone that does not exist",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["TZ=Europe/Atlantis 0 6 * * *"]
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec.schedules[0]", message: /"Europe.Atlantis" is not a time zone/ }],
    },
  ],
  right: [
    {
      title: "names, steps, ranges and lists",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ['*/15 8-18 1,15 jan-mar MON-FRI', '5/10 ? * * *']
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
    },
    {
      title: "words and a time zone",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ['@daily', '@every 1h30m', 'TZ=Europe/Berlin 0 6 * * *']
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
    },
  ],
};
