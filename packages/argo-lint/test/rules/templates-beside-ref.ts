import { templatesBesideRef } from "../../src/rules/structure/templates-beside-ref.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: templatesBesideRef,
  wrong: [
    {
      title: "templates beside workflowTemplateRef",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: test-
spec:
  entrypoint: train
  workflowTemplateRef:
    name: shared
  templates:
    - name: main
      container:
        image: busybox:1.37
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
      finds: [{ path: "spec.templates", message: /templates of its own/ }],
    },
  ],
  right: [
    {
      title: "a workflowTemplateRef alone",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: test-
spec:
  entrypoint: train
  workflowTemplateRef:
    name: shared
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
  ],
};
