import { podLabel } from "../../src/rules/names/pod-label.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: podLabel,
  wrong: [
    {
      title: "a label of a pod with a slash in its value",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          metadata: {labels: {path: a/b}}`),
      finds: [{ path: "spec.templates[0].metadata.labels.path", message: /cannot have the value "a.b"/ }],
    },
    {
      title: "a label that a workflow takes from an expression, with a bad name",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `workflowMetadata: {labelsFrom: {my label: {expression: "'a'"}}}`,
      ),
      finds: [
        { path: 'spec.workflowMetadata.labelsFrom["my label"]', message: /cannot be the name of a label/ },
      ],
    },
    {
      title: "an annotation of all pods with a bad name",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `podMetadata: {annotations: {-a: b}}`,
      ),
      finds: [{ path: "spec.podMetadata.annotations.-a", message: /cannot be the name of an annotation/ }],
    },
    {
      title: "a label of a cron workflow's workflows",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules: ['@daily']
  workflowMetadata: {labels: {a: b c}}
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec.workflowMetadata.labels.a", message: /cannot have the value "b c"/ }],
    },
  ],
  right: [
    {
      title: "a variable",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          metadata: {labels: {run: '{{workflow.name}}'}}`),
    },
  ],
};
