import { itemOutsideLoop } from "../../src/rules/suspicious/item-outside-loop.js";
import { echo, type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: itemOutsideLoop,
  wrong: [
    {
      title: "a step that is not a loop",
      manifest: workflow(`
- name: main
  steps:
    - - name: echo
        template: echo
        arguments:
          parameters:
            - name: text
              value: "{{item}} and {{=item}}"
${echo}`),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].arguments.parameters[0].value",
          message: /step "echo" is not a loop/,
        },
        {
          path: "spec.templates[0].steps[0][0].arguments.parameters[0].value",
          message: /step "echo" is not a loop/,
        },
      ],
    },
    {
      title: "a step after a loop",
      manifest: workflow(`
- name: main
  steps:
    - - name: each
        template: echo
        withItems:
          - {name: a}
        arguments:
          parameters:
            - name: text
              value: "{{item.name}}"
    - - name: after
        template: echo
        arguments:
          parameters:
            - name: text
              value: "{{item.name}}"
${echo}`),
      finds: [
        {
          path: "spec.templates[0].steps[1][0].arguments.parameters[0].value",
          message: /step "after" is not a loop/,
        },
      ],
    },
    {
      title: "a template that a loop calls",
      manifest: workflow(`
- name: main
  steps:
    - - name: each
        template: print
        withItems: [a, b]
- name: print
  container:
    image: busybox:1.37
    command: [echo, "{{item}}"]`),
      finds: [
        {
          path: "spec.templates[1].container.command[1]",
          message: /sees only its inputs\. Declare an input parameter/,
        },
      ],
    },
  ],
  right: [
    {
      title: "a loop, and the inline template of one",
      manifest: workflow(`
- name: main
  steps:
    - - name: each
        template: echo
        withItems: [a, b]
        arguments:
          parameters:
            - name: text
              value: "{{item}}"
    - - name: inline
        withItems: [a, b]
        inline:
          container:
            image: busybox:1.37
            command: [echo, "{{item}}"]
${echo}`),
    },
  ],
};
