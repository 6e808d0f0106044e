import { manifestNameRule } from "../../src/rules/names/manifest-name.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: manifestNameRule,
  wrong: [
    {
      title: "a name with capital letters",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  name: Train_Model
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [
        {
          path: "metadata.name",
          message: /"Train_Model" is not accepted by Kubernetes.*"train-model"/,
          line: 4,
        },
      ],
    },
    {
      title: "a generateName that begins with -",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: -train-
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "metadata.generateName", message: /for example "train-"/ }],
    },
    {
      title: "no name",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  labels: {app: train}
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "metadata", message: /has no name.*generateName/ }],
    },
    {
      title: "a generateName with capital letters beside a name",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  name: train
  generateName: Train-
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "metadata.generateName", message: /"Train-"/ }],
    },
  ],
  right: [
    {
      title: "a name with points",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  name: train.v2
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
    },
    {
      title: "a generateName that ends with -",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37`),
    },
  ],
};
