import { hookExpression } from "../../src/rules/expressions/hook-expression.js";
import { dag, steps } from "../calls.js";
import { echo, type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: hookExpression,
  wrong: [
    {
      title: "a hook of the workflow without an expression",
      manifest: workflow(
        `
${echo}`,
        "hooks: { running: { template: echo } }",
      ),
      finds: [
        { path: "spec.hooks.running", message: /"running" of the workflow.*workflow\.status == "Failed"/ },
      ],
    },
    {
      title: "a hook of a step without an expression",
      manifest: steps(`
  - name: a
    template: echo
    hooks: { failed: { template: echo } }`),
      finds: [
        { path: "spec.templates[0].steps[0][0].hooks.failed", message: /step "a".*steps\["a"\]\.status/ },
      ],
    },
    {
      title: "a hook of a task without an expression",
      manifest: dag(`
  - name: a
    template: echo
    hooks: { failed: { template: echo } }`),
      finds: [{ path: "spec.templates[0].dag.tasks[0].hooks.failed", message: /task "a"/ }],
      argoLint: {
        accepts: true,
        because: "it looks at hooks of steps, not of tasks; the controller refuses both",
      },
    },
  ],
  right: [
    {
      title: "the exit hook, and one with an expression",
      manifest: workflow(
        `
${echo}`,
        `
hooks:
  exit: { template: echo }
  running: { template: echo, expression: workflow.status == "Running" }`,
      ),
    },
  ],
};
