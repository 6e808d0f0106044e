import { label } from "../../src/rules/names/label.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: label,
  wrong: [
    {
      title: "a label with a blank in its value",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: test-
  labels: {team: data science}
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "metadata.labels.team", message: /cannot have the value "data science"/ }],
    },
    {
      title: "an annotation with a blank in its name",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: test-
  annotations: {made by: me}
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [
        { path: 'metadata.annotations["made by"]', message: /"made by" cannot be the name of an annotation/ },
      ],
    },
    {
      title: "a label with two slashes",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: test-
  labels: {a/b/c: d}
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: 'metadata.labels["a/b/c"]', message: /cannot be the name of a label/ }],
    },
  ],
  right: [
    {
      title: "labels with a domain, and annotations of any text",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: test-
  labels: {example.com/team: a.b_c, empty: ''}
  annotations: {Example.com/text: any text}
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
