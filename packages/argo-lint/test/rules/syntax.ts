import { syntax } from "../../src/rules/source/syntax.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: syntax,
  wrong: [
    {
      title: "a line that YAML cannot read",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: test-
`,
      finds: [{ path: "", message: /cannot be read as YAML/ }],
      argoLint: { accepts: false, because: "nothing is left that could be linted" },
    },
    {
      title: "an alias without an anchor",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            args: *words`),
      finds: [{ path: "", message: /no anchor &words/, line: 11 }],
      argoLint: { accepts: false, because: "nothing is left that could be linted" },
    },
    {
      title: "a tab before a key",
      manifest: `kind: Workflow
spec:
	entrypoint: main
`,
      finds: [{ path: "", message: /cannot be read as YAML/ }],
    },
  ],
  right: [
    {
      title: "anchors and aliases",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            env: &env
              - {name: A, value: b}
            resources: &none {}`),
    },
    {
      title: "a text that looks like YAML in quotes",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            args: ['{a: [']`),
    },
  ],
};
