import { dependsOrDependencies } from "../../src/rules/expressions/depends-or-dependencies.js";
import { dag } from "../calls.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: dependsOrDependencies,
  wrong: [
    {
      title: "depends and dependencies in one DAG",
      manifest: dag(`
  - { name: a, template: echo }
  - { name: b, template: echo, depends: a }
  - { name: c, template: echo, dependencies: [a, b] }`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[2].dependencies",
          message: /task "c".*depends: a && b/,
          line: 13,
        },
      ],
    },
  ],
  right: [
    {
      title: "dependencies alone",
      manifest: dag(`
  - { name: a, template: echo }
  - { name: b, template: echo, dependencies: [a] }`),
    },
  ],
};
