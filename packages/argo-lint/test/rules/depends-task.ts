import { dependsTask } from "../../src/rules/expressions/depends-task.js";
import { dag } from "../calls.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: dependsTask,
  wrong: [
    {
      title: "depends on a task that does not exist",
      manifest: dag(`
  - { name: prepare, template: echo }
  - { name: train, template: echo, depends: prepair.Succeeded }`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[1].depends",
          message: /task "train".*"prepair".*Did you mean "prepare"/,
        },
      ],
    },
    {
      title: "dependencies on a task that does not exist",
      manifest: dag(`
  - { name: prepare, template: echo }
  - { name: train, template: echo, dependencies: [prepare, load] }`),
      finds: [{ path: "spec.templates[0].dag.tasks[1].dependencies[1]", message: /"load"/ }],
    },
    {
      title: "a result in lowercase, which is read as a task",
      manifest: dag(`
  - { name: a, template: echo }
  - { name: b, template: echo, depends: a.succeeded }`),
      finds: [{ path: "spec.templates[0].dag.tasks[1].depends", message: /"succeeded".*Write a\.Succeeded/ }],
    },
    {
      title: "a task that a parameter of the workflow names",
      manifest: dag(
        `
  - { name: a, template: echo }
  - { name: b, template: echo, depends: "{{workflow.parameters.before}}" }`,
        `arguments:
  parameters: [{ name: before, value: c }]`,
      ),
      finds: [{ path: "spec.templates[0].dag.tasks[1].depends", message: /"c"/ }],
    },
  ],
  right: [
    {
      title: "tasks with hyphens, results and parentheses",
      manifest: dag(`
  - { name: load-data, template: echo }
  - { name: split, template: echo }
  - { name: train, template: echo, depends: "(load-data && split.Succeeded) || !split.Failed" }`),
    },
    {
      title: "a task that a parameter of the workflow names",
      manifest: dag(
        `
  - { name: a, template: echo }
  - { name: b, template: echo, depends: "{{workflow.parameters.before}}" }`,
        `arguments:
  parameters: [{ name: before, value: a }]`,
      ),
    },
  ],
};
