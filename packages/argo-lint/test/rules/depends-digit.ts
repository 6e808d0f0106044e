import { dependsDigit } from "../../src/rules/expressions/depends-digit.js";
import { dag } from "../calls.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: dependsDigit,
  wrong: [
    {
      title: "a digit first, where another task has depends",
      manifest: dag(`
  - { name: 1st, template: echo }
  - { name: second, template: echo }
  - { name: third, template: echo, depends: second }`),
      finds: [{ path: "spec.templates[0].dag.tasks[0].name", message: /"1st".*task-1st/ }],
    },
    {
      title: "a digit first in the name of a task with dependencies",
      manifest: dag(`
  - { name: first, template: echo }
  - { name: 2nd, template: echo, dependencies: [first] }`),
      finds: [{ path: "spec.templates[0].dag.tasks[1].name", message: /"2nd".*dependencies/ }],
    },
  ],
  right: [
    {
      title: "a digit first, where others wait for it by dependencies",
      manifest: dag(`
  - { name: 1st, template: echo }
  - { name: second, template: echo, dependencies: [1st] }`),
    },
  ],
};
