import { argumentValue } from "../../src/rules/structure/argument-value.js";
import { echo, type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: argumentValue,
  wrong: [
    {
      title: "a step that passes no value",
      manifest: workflow(`
- name: main
  steps:
    - - name: a
        template: echo
        arguments:
          parameters:
            - name: text
${echo}`),
      finds: [
        { path: "spec.templates[0].steps[0][0].arguments.parameters[0]", message: /"text".*has no value/ },
      ],
    },
    {
      title: "a cron workflow with a parameter without a value",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: test
spec:
  schedules: ["0 3 * * *"]
  workflowSpec:
    entrypoint: main
    arguments:
      parameters:
        - name: day
    templates:
      - name: main
        container:
          image: busybox:1.37
`,
      finds: [{ path: "spec.workflowSpec.arguments.parameters[0]", message: /"day"/ }],
    },
    {
      title: "a cron workflow that leaves out a parameter of its workflow template",
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
  arguments:
    parameters:
      - name: day
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "spec.workflowSpec.workflowTemplateRef", message: /parameter "day"/ }],
    },
  ],
  right: [
    {
      title: "a parameter of a workflow, which is given when it is submitted",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        arguments:
          parameters:
            - name: day`,
      ),
    },
  ],
};
