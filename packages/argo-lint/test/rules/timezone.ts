import { timezone } from "../../src/rules/names/timezone.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: timezone,
  wrong: [
    {
      title: "a time zone that does not exist",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["@daily"]
  timezone: Europe/Berln
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec.timezone", message: /"Europe.Berln" is not a time zone.*"Europe.Berlin"/ }],
    },
    {
      title: "lowercase letters",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["@daily"]
  timezone: europe/berlin
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec.timezone", message: /Did you mean "Europe.Berlin"/ }],
    },
    {
      title: "an abbreviation that stands for several",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["@daily"]
  timezone: CST
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec.timezone", message: /"CST" is not a time zone/ }],
    },
  ],
  right: [
    {
      title: "a time zone by its older name",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ['@daily']
  timezone: US/Pacific
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
    },
    {
      title: "UTC",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ['@daily']
  timezone: UTC
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
