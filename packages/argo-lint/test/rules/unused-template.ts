import { unusedTemplate } from "../../src/rules/suspicious/unused-template.js";
import { echo, type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: unusedTemplate,
  wrong: [
    {
      title: "a template that nothing calls",
      manifest: workflow(`
- name: main
  container:
    image: busybox:1.37
    command: [echo, hello]
${echo}`),
      finds: [{ path: "spec.templates[1].name", message: /Template "echo" is never called/, line: 12 }],
    },
  ],
  right: [
    {
      title: "templates of hooks, exit handlers and inline templates",
      manifest: workflow(
        `
- name: main
  steps:
    - - name: inline
        inline:
          steps:
            - - name: echo
                template: echo
        hooks:
          exit:
            template: after
- name: after
  container:
    image: busybox:1.37
    command: [echo, after]
- name: bye
  container:
    image: busybox:1.37
    command: [echo, bye]
${echo}`,
        "onExit: bye",
      ),
    },
    {
      title: "templates whose names are known only at run time",
      manifest: workflow(
        `
- name: main
  steps:
    - - name: any
        template: "{{workflow.parameters.which}}"
${echo}`,
        `
arguments:
  parameters:
    - name: which
      value: echo`,
      ),
    },
  ],
};
