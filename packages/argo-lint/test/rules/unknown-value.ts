import { unknownValue } from "../../src/rules/source/unknown-value.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: unknownValue,
  wrong: [
    {
      title: "a concurrencyPolicy that is not known",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["@daily"]
  concurrencyPolicy: forbid
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [
        {
          path: "spec.concurrencyPolicy",
          message: /must be one of Allow, Forbid, Replace, but is "forbid".*Write Forbid/,
        },
      ],
    },
    {
      title: "a variable, which is not replaced there",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["@daily"]
  concurrencyPolicy: "{{policy}}"
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec.concurrencyPolicy", message: /must be one of/ }],
    },
  ],
  right: [
    {
      title: "a concurrencyPolicy that is known",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ['@daily']
  concurrencyPolicy: Forbid
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
