import { dependsContinueOn } from "../../src/rules/expressions/depends-continue-on.js";
import { dag } from "../calls.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: dependsContinueOn,
  wrong: [
    {
      title: "continueOn in a DAG with depends",
      manifest: dag(`
  - name: a
    template: echo
    continueOn: { failed: true }
  - { name: b, template: echo, depends: a }`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[0].continueOn",
          message: /task "a".*a\.Succeeded \|\| a\.Failed/,
          line: 13,
        },
      ],
    },
  ],
  right: [
    {
      title: "continueOn in a DAG with dependencies",
      manifest: dag(`
  - name: a
    template: echo
    continueOn: { failed: true }
  - { name: b, template: echo, dependencies: [a] }`),
    },
  ],
};
