import { entrypoint } from "../../src/rules/structure/entrypoint.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: entrypoint,
  wrong: [
    {
      title: "a workflow without an entrypoint",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  name: test
spec:
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "spec", message: /no entrypoint/ }],
    },
    {
      title: "an entrypoint that is misspelt",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  name: test
spec:
  entrypoint: mian
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "spec.entrypoint", message: /"mian".*Did you mean "main"/ }],
    },
    {
      title: "an entrypoint that the workflow template does not have",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: test-
spec:
  entrypoint: missing
  workflowTemplateRef:
    name: shared
---
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: shared
spec:
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "spec.entrypoint", message: /WorkflowTemplate shared/ }],
    },
  ],
  right: [
    {
      title: "a workflow template without an entrypoint",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: test
spec:
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
    },
    {
      title: "a workflow with the entrypoint of its workflow template",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: test-
spec:
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
    },
  ],
};
