import { misspeltVariable } from "../../src/rules/suspicious/misspelt-variable.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: misspeltVariable,
  wrong: [
    {
      title: "a beginning that is misspelt",
      manifest: workflow(`
- name: main
  inputs:
    parameters:
      - name: text
        default: hello
  container:
    image: busybox:1.37
    command: [echo, "{{input.parameters.text}}", "{{parameters.text}}", "{{workflows.name}}"]`),
      finds: [
        {
          path: "spec.templates[0].container.command[1]",
          message: /Did you mean "\{\{inputs\.parameters\.text\}\}"\?/,
          line: 15,
        },
        {
          path: "spec.templates[0].container.command[2]",
          message: /Did you mean "\{\{inputs\.parameters\.text\}\}"\?/,
        },
        {
          path: "spec.templates[0].container.command[3]",
          message: /Did you mean "\{\{workflow\.name\}\}"\?/,
        },
      ],
    },
  ],
  right: [
    {
      title: "tags of other programs",
      manifest: workflow(`
- name: main
  container:
    image: busybox:1.37
    command: [echo, "{{ .Values.name }}", "{{user.name}}", "{{text}}"]`),
    },
  ],
};
