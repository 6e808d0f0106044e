import { unknownTemplate } from "../../src/rules/structure/unknown-template.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: unknownTemplate,
  wrong: [
    {
      title: "a template that is misspelt",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                template: wiat
        - name: wait
          suspend: {}`),
      finds: [{ path: "spec.templates[0].steps[0][0].template", message: /"wiat".*Did you mean "wait"/ }],
    },
    {
      title: "a template that another manifest does not have",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: test-
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: a
            templateRef:
              name: shared
              template: tain
---
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: shared
spec:
  templates:
    - name: train
      container:
        image: busybox:1.37
`,
      finds: [
        {
          path: "spec.templates[0].steps[0][0].templateRef.template",
          message: /"tain".*WorkflowTemplate shared.*"train"/,
        },
      ],
    },
    {
      title: "a template whose name is an item",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                template: "{{item}}"
                withItems: [wait]
        - name: wait
          suspend: {}`),
      finds: [{ path: "spec.templates[0].steps[0][0].template", message: /exactly this name/ }],
    },
  ],
  right: [
    {
      title: "a template of another manifest of the same call",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: test-
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: a
            templateRef:
              name: shared
              template: train
---
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: shared
spec:
  templates:
    - name: train
      container:
        image: busybox:1.37
`,
    },
    {
      title: "a template whose name is a parameter of the workflow",
      manifest: workflow(
        `
        - name: main
          steps:
            - - name: a
                template: "{{workflow.parameters.kind}}"
        - name: wait
          suspend: {}`,
        `
        arguments:
          parameters:
            - name: kind
              value: wait`,
      ),
    },
  ],
};
