import { outputNotReady } from "../../src/rules/suspicious/output-not-ready.js";
import { echo, type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: outputNotReady,
  wrong: [
    {
      title: "a task that it does not depend on, within a text, a condition and an expression",
      manifest: workflow(`
- name: main
  dag:
    tasks:
      - name: make
        template: echo
      - name: print
        template: echo
        when: "{{tasks.make.outputs.result}} != ''"
        arguments:
          parameters:
            - name: text
              value: "it says {{tasks.make.outputs.result}} {{=tasks.make.outputs.result}}"
${echo}`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[1].when",
          message: /task "print" does not depend on task "make".*forever.*dependencies: \[make\]/,
        },
        {
          path: "spec.templates[0].dag.tasks[1].arguments.parameters[0].value",
          message: /task "print" does not depend on task "make"/,
        },
      ],
    },
    {
      title: "a step of the same group",
      manifest: workflow(`
- name: main
  steps:
    - - name: make
        template: echo
      - name: print
        template: echo
        arguments:
          parameters:
            - name: text
              value: "{{steps.make.outputs.result}}"
${echo}`),
      finds: [
        {
          path: "spec.templates[0].steps[0][1].arguments.parameters[0].value",
          message: /step "make" is in the same group as step "print".*begin it with "- -"/,
        },
      ],
    },
    {
      title: "a step that reads of itself",
      manifest: workflow(`
- name: main
  steps:
    - - name: print
        template: echo
        when: "{{steps.print.status}} == Succeeded"
${echo}`),
      finds: [
        { path: "spec.templates[0].steps[0][0].when", message: /step "print" cannot read its own outputs/ },
      ],
    },
  ],
  right: [
    {
      title: "a task that it depends on, and a hook that reads of its own task",
      manifest: workflow(`
- name: main
  dag:
    tasks:
      - name: make
        template: echo
      - name: print
        template: echo
        depends: make
        arguments:
          parameters:
            - name: text
              value: "it says {{tasks.make.outputs.result}}"
        hooks:
          exit:
            template: echo
            arguments:
              parameters:
                - name: text
                  value: "it said {{tasks.print.outputs.result}}"
${echo}`),
    },
  ],
};
