import { startingDeadline } from "../../src/rules/names/starting-deadline.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: startingDeadline,
  wrong: [
    {
      title: "a deadline before the start",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["@daily"]
  startingDeadlineSeconds: -1
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec.startingDeadlineSeconds", message: /is -1, less than 0/ }],
    },
  ],
  right: [
    {
      title: "no time at all",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ['@daily']
  startingDeadlineSeconds: 0
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
