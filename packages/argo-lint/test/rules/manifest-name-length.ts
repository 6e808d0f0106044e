import { manifestNameLength } from "../../src/rules/names/manifest-name-length.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: manifestNameLength,
  wrong: [
    {
      title: "a workflow's name of 64 characters",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "metadata.name", message: /64 characters, more than 63.*by 1/ }],
    },
    {
      title: "a cron workflow's name of 53 characters",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
spec:
  schedules: ['@daily']
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "metadata.name", message: /53 characters, more than 52/ }],
    },
  ],
  right: [
    {
      title: "a workflow's name of 63 characters",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
    },
    {
      title: "a cron workflow's name of 52 characters",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
spec:
  schedules: ['@daily']
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
