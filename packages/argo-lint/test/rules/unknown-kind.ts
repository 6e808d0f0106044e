import { unknownKind } from "../../src/rules/source/unknown-kind.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: unknownKind,
  wrong: [
    {
      title: "a kind that is misspelt",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workfow
metadata:
  generateName: test-
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "kind", message: /"Workfow" is not a kind.*kind: Workflow/, line: 2 }],
      argoLint: { accepts: false, because: "nothing is left that could be linted" },
    },
    {
      title: "a workflow without a kind",
      manifest: `apiVersion: argoproj.io/v1alpha1
metadata:
  generateName: test-
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "kind", message: /has no kind/ }],
      argoLint: { accepts: false, because: "nothing is left that could be linted" },
    },
    {
      title: "another apiVersion",
      manifest: `apiVersion: argoproj.io/v1
kind: Workflow
metadata:
  generateName: test-
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [
        {
          path: "apiVersion",
          message: /apiVersion argoproj.io.v1alpha1, but this one has "argoproj.io.v1"/,
          line: 1,
        },
      ],
    },
    {
      title: "no apiVersion",
      manifest: `kind: Workflow
metadata:
  generateName: test-
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "apiVersion", message: /has none/ }],
    },
  ],
  right: [
    {
      title: "other things of the cluster",
      manifest: `apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
---
apiVersion: argoproj.io/v1alpha1
kind: Sensor
metadata: {name: push}
spec: {}
`,
      argoLint: { accepts: false, because: "nothing is there that it lints" },
    },
    {
      title: "a text that is not a manifest",
      manifest: `- a
- b
`,
      argoLint: { accepts: false, because: "nothing is there that it lints" },
    },
  ],
};
