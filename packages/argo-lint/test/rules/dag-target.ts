import { dagTarget } from "../../src/rules/expressions/dag-target.js";
import { echo, type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: dagTarget,
  wrong: [
    {
      title: "a target that is not a task",
      manifest: workflow(`
- name: main
  dag:
    target: deploi
    tasks: [{ name: deploy, template: echo }]
${echo}`),
      finds: [{ path: "spec.templates[0].dag.target", message: /"deploi".*Did you mean "deploy"/ }],
    },
    {
      title: "two blanks between targets",
      manifest: workflow(`
- name: main
  dag:
    target: a  b
    tasks: [{ name: a, template: echo }, { name: b, template: echo }]
${echo}`),
      finds: [{ path: "spec.templates[0].dag.target", message: /a space too many/ }],
    },
    {
      title: "a target that no parameter gives",
      manifest: workflow(
        `
- name: main
  dag:
    target: "{{workflow.parameters.target}}"
    tasks: [{ name: a, template: echo }]
${echo}`,
        "arguments: { parameters: [{ name: target }] }",
      ),
      finds: [{ path: "spec.templates[0].dag.target", message: /which is not one of its tasks/ }],
    },
  ],
  right: [
    {
      title: "targets that are tasks, and one from a parameter",
      manifest: workflow(
        `
- name: main
  dag:
    target: a {{workflow.parameters.target}}
    tasks: [{ name: a, template: echo }, { name: b, template: echo }]
${echo}`,
        `arguments: { parameters: [{ name: target, value: b }] }`,
      ),
    },
    {
      title: "a target that is an input",
      manifest: workflow(`
- name: main
  inputs: { parameters: [{ name: target, value: a }] }
  dag:
    target: "{{inputs.parameters.target}}"
    tasks: [{ name: a, template: echo }]
${echo}`),
    },
  ],
};
