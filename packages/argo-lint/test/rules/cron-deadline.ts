import { cronDeadline } from "../../src/rules/best-practices/cron-deadline.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: cronDeadline,
  wrong: [
    {
      title: "runs without a limit",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["0 3 * * *"]
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec.workflowSpec", message: /nightly have no time limit.*start in parallel/ }],
    },
    {
      title: "runs that wait for each other",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["0 3 * * *"]
  concurrencyPolicy: Forbid
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec.workflowSpec", message: /keeps all later ones/ }],
    },
    {
      title: "runs of a workflow template without a limit",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["0 3 * * *"]
  concurrencyPolicy: Replace
  workflowSpec:
    workflowTemplateRef:
      name: shared
---
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: shared
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "spec.workflowSpec", message: /never ends\./ }],
    },
  ],
  right: [
    {
      title: "runs with a limit",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["0 3 * * *"]
  workflowSpec:
    entrypoint: main
    activeDeadlineSeconds: 3600
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
    },
    {
      title: "runs of a workflow template with a limit",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ["0 3 * * *"]
  workflowSpec:
    workflowTemplateRef:
      name: shared
---
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: shared
spec:
  entrypoint: main
  activeDeadlineSeconds: 3600
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
    },
  ],
};
