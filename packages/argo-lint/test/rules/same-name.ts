import { sameName } from "../../src/rules/names/same-name.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: sameName,
  wrong: [
    {
      title: "two workflow templates of one name",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: train
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
---
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: train
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "metadata.name", message: /Another WorkflowTemplate train precedes/ }],
    },
    {
      title: "two workflows of one name",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  name: train
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
---
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  name: train
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "metadata.name", message: /Another Workflow train/ }],
      argoLint: { accepts: true, because: "it compares the names of templates only" },
    },
  ],
  right: [
    {
      title: "one name in two namespaces",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: train
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
---
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: train
  namespace: other
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
    },
    {
      title: "one name for two kinds",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: train
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
---
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  name: train
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
