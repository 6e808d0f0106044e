import { surplusArgument } from "../../src/rules/suspicious/surplus-argument.js";
import { echo, type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: surplusArgument,
  wrong: [
    {
      title: "an argument that the template has no input for",
      manifest: workflow(`
- name: main
  steps:
    - - name: echo
        template: echo
        arguments:
          parameters:
            - name: txet
              value: hello
          artifacts:
            - name: text
              raw:
                data: hello
${echo}`),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].arguments.parameters[0].name",
          message: /Template "echo" has no input parameter "txet"\..*Did you mean "text"\?/,
          line: 14,
        },
        {
          path: "spec.templates[0].steps[0][0].arguments.artifacts[0].name",
          message: /It is an input parameter: pass it under arguments\.parameters/,
        },
      ],
    },
  ],
  right: [
    {
      title: "arguments that the template has inputs for",
      manifest: workflow(`
- name: main
  steps:
    - - name: echo
        template: echo
        arguments:
          parameters:
            - name: text
              value: hello
${echo}`),
    },
  ],
};
