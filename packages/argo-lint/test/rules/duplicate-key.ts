import { duplicateKey } from "../../src/rules/source/duplicate-key.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: duplicateKey,
  wrong: [
    {
      title: "a key that occurs twice",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            image: busybox:1.36`),
      finds: [{ path: "", message: /"image" occurs twice/, line: 11 }],
      argoLint: { accepts: false, because: "it leaves the document out and finds nothing else to lint" },
    },
    {
      title: "a label that occurs twice",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          metadata:
            labels: {app: a, app: b}`),
      finds: [{ path: "", message: /"app" occurs twice/, line: 12 }],
      argoLint: { accepts: false, because: "it leaves the document out and finds nothing else to lint" },
    },
  ],
  right: [
    {
      title: "keys of its own beside merged ones",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            env:
              - &a {value: a, name: A}
              - {name: B, valueFrom: &b {fieldRef: {fieldPath: metadata.name}}}
              - {name: C, valueFrom: {<<: *b}}`),
    },
    {
      title: "the same key in two maps",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            env: [{name: A, value: a}, {name: B, value: b}]`),
    },
  ],
};
