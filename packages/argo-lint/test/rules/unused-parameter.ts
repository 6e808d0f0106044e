import { unusedParameter } from "../../src/rules/suspicious/unused-parameter.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: unusedParameter,
  wrong: [
    {
      title: "a parameter that nothing reads",
      manifest: workflow(
        `
- name: main
  container:
    image: busybox:1.37
    command: [echo, hello]`,
        `
arguments:
  parameters:
    - name: text
      value: hello`,
      ),
      finds: [
        {
          path: "spec.arguments.parameters[0].name",
          message: /The workflow's parameter "text" is not used/,
          line: 9,
        },
      ],
    },
  ],
  right: [
    {
      title: "parameters that a tag, an expression or an input of the entrypoint reads",
      manifest: workflow(
        `
- name: main
  inputs:
    parameters:
      - name: third
  container:
    image: busybox:1.37
    command: [echo, "{{workflow.parameters.first}}", "{{=workflow.parameters['second']}}"]`,
        `
arguments:
  parameters:
    - name: first
      value: a
    - name: second
      value: b
    - name: third
      value: c`,
      ),
    },
    {
      title: "parameters that are read all at once",
      manifest: workflow(
        `
- name: main
  container:
    image: busybox:1.37
    command: [echo, "{{workflow.parameters.json}}"]`,
        `
arguments:
  parameters:
    - name: text
      value: hello`,
      ),
    },
  ],
};
