import { templateElsewhere } from "../../src/rules/structure/template-elsewhere.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: templateElsewhere,
  wrong: [
    {
      title: "a workflow template that is not among the files",
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
`,
      finds: [{ path: "spec.templates[0].steps[0][0].templateRef.name", message: /not among these files/ }],
    },
    {
      title: "a workflow template in another namespace",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: test-
  namespace: a
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
  namespace: b
spec:
  templates:
    - name: train
      container:
        image: busybox:1.37
`,
      finds: [
        { path: "spec.templates[0].steps[0][0].templateRef.name", message: /namespace "b".*namespace "a"/ },
      ],
    },
    {
      title: "a workflow of a workflow template that is not among the files",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: test-
spec:
  workflowTemplateRef:
    name: shared
    clusterScope: true
`,
      finds: [{ path: "spec.workflowTemplateRef.name", message: /ClusterWorkflowTemplate/ }],
    },
  ],
  right: [
    {
      title: "a workflow template in the next document",
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
      title: "a workflow template whose name is an item",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                templateRef:
                  name: "{{item}}"
                  template: train
                withItems: [small, large]`),
    },
  ],
};
