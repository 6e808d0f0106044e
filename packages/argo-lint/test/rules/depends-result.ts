import { dependsResult } from "../../src/rules/expressions/depends-result.js";
import { dag } from "../calls.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: dependsResult,
  wrong: [
    {
      title: "a result that does not exist",
      manifest: dag(`
  - { name: a, template: echo }
  - { name: b, template: echo, depends: a.Succeded || a.Failed }`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[1].depends",
          message: /a\.Succeded, but "Succeded".*Did you mean "Succeeded"/,
        },
      ],
    },
  ],
  right: [
    {
      title: "every result of a task",
      manifest: dag(`
  - { name: a, template: echo }
  - name: b
    template: echo
    depends: a.Succeeded || a.Failed || a.Errored || a.Skipped || a.Omitted || a.Daemoned`),
    },
  ],
};
