import { dependsSyntax } from "../../src/rules/expressions/depends-syntax.js";
import { dag } from "../calls.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: dependsSyntax,
  wrong: [
    {
      title: "an operator without a right side",
      manifest: dag(`
  - { name: a, template: echo }
  - { name: b, template: echo, depends: a && }`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[1].depends",
          message: /task "b".*it ends where a value is expected/,
        },
      ],
    },
    {
      title: "a comma between tasks",
      manifest: dag(`
  - { name: a, template: echo }
  - { name: b, template: echo }
  - { name: c, template: echo, depends: "a, b" }`),
      finds: [{ path: "spec.templates[0].dag.tasks[2].depends", message: /"," is not expected here/ }],
    },
    {
      title: "a parenthesis that is not closed",
      manifest: dag(`
  - { name: a, template: echo }
  - { name: b, template: echo, depends: (a.Succeeded }`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[1].depends",
          message: /the end is found where "\)" is expected/,
        },
      ],
    },
    {
      title: "quotes around a task",
      manifest: dag(`
  - { name: a, template: echo }
  - { name: b, template: echo }
  - { name: c, template: echo, depends: "'a' && b" }`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[2].depends",
          message: /not a condition on tasks: it contains 'a'/,
        },
      ],
    },
  ],
  right: [
    {
      title: "words and signs as operators",
      manifest: dag(`
  - { name: a-1, template: echo }
  - { name: b, template: echo }
  - { name: c, template: echo, depends: "not a-1.Failed and (b or !b.Omitted)" }`),
      argoLint: {
        accepts: false,
        because: "it reads not, and, or as tasks, which depends-task reports",
      },
    },
  ],
};
