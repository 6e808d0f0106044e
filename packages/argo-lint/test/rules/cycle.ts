import { cycle } from "../../src/rules/expressions/cycle.js";
import { dag } from "../calls.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: cycle,
  wrong: [
    {
      title: "tasks that wait for each other",
      manifest: dag(`
  - { name: a, template: echo, depends: c.Succeeded }
  - { name: b, template: echo, depends: a }
  - { name: c, template: echo, depends: b || a }`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[0].depends",
          message: /template "main" depend on each other: a → c → (b → )?a\./,
        },
      ],
    },
    {
      title: "a task that waits for itself",
      manifest: dag(`
  - { name: a, template: echo, dependencies: [a] }`),
      finds: [{ path: "spec.templates[0].dag.tasks[0].dependencies", message: /a → a/ }],
    },
  ],
  right: [
    {
      title: "a diamond",
      manifest: dag(`
  - { name: a, template: echo }
  - { name: b, template: echo, depends: a }
  - { name: c, template: echo, depends: a }
  - { name: d, template: echo, depends: b && c }`),
    },
  ],
};
