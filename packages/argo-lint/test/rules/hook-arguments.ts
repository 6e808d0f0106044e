import { hookArguments } from "../../src/rules/suspicious/hook-arguments.js";
import { echo, type RuleTable, workflow } from "../table.js";

const greet = `
- name: greet
  inputs:
    parameters:
      - name: name
  container:
    image: busybox:1.37
    command: [echo, "{{inputs.parameters.name}}"]`;

export const table: RuleTable = {
  rule: hookArguments,
  wrong: [
    {
      title: "a hook that omits an input",
      manifest: workflow(
        `
- name: main
  steps:
    - - name: echo
        template: echo
        hooks:
          exit:
            template: greet
${greet}
${echo}`,
        `
hooks:
  exit:
    template: greet`,
      ),
      finds: [
        {
          path: "spec.hooks.exit.template",
          message: /The hook "exit" runs template "greet" without its input parameter "name"/,
        },
        {
          path: "spec.templates[0].steps[0][0].hooks.exit.template",
          message: /arguments\.parameters of the hook/,
        },
      ],
    },
    {
      title: "an exit handler of a step, which gets no arguments",
      manifest: workflow(`
- name: main
  steps:
    - - name: echo
        template: echo
        onExit: greet
${greet}
${echo}`),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].onExit",
          message: /Replace onExit by hooks\.exit with template and arguments/,
        },
      ],
    },
  ],
  right: [
    {
      title: "a hook with its arguments",
      manifest: workflow(
        `
- name: main
  steps:
    - - name: echo
        template: echo
${greet}
${echo}`,
        `
hooks:
  exit:
    template: greet
    arguments:
      parameters:
        - name: name
          value: Ada`,
      ),
    },
  ],
};
