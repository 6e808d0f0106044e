import { dependsItems } from "../../src/rules/expressions/depends-items.js";
import { dag } from "../calls.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: dependsItems,
  wrong: [
    {
      title: "items of a task that is not a loop",
      manifest: dag(`
  - { name: a, template: echo }
  - { name: b, template: echo, depends: a.AnySucceeded }`),
      finds: [{ path: "spec.templates[0].dag.tasks[1].depends", message: /"a", which is not a loop/ }],
    },
    {
      title: "items of a task with an empty list",
      manifest: dag(`
  - { name: a, template: echo, withItems: [] }
  - { name: b, template: echo, depends: a.AllFailed }`),
      finds: [{ path: "spec.templates[0].dag.tasks[1].depends", message: /"a", which is not a loop/ }],
    },
  ],
  right: [
    {
      title: "items of loops of all kinds",
      manifest: dag(`
  - { name: a, template: echo, withItems: [1, 2] }
  - { name: b, template: echo, withSequence: { count: "2" } }
  - { name: c, template: echo, withParam: "[1, 2]" }
  - { name: d, template: echo, depends: a.AnySucceeded && b.AllFailed && !c.AnySucceeded }`),
    },
  ],
};
