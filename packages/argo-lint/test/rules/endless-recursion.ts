import { endlessRecursion } from "../../src/rules/expressions/endless-recursion.js";
import { echo, type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: endlessRecursion,
  wrong: [
    {
      title: "a template whose step calls it again in any case",
      manifest: workflow(`
- name: main
  steps:
    - - name: again
        template: main`),
      finds: [{ path: "spec.templates[0].steps[0][0]", message: /step "again".*main → main/ }],
    },
    {
      title: "two templates that call each other",
      manifest: workflow(`
- name: ping
  dag:
    tasks: [{ name: to-pong, template: pong }]
- name: pong
  steps:
    - - name: to-ping
        template: ping`),
      finds: [{ path: "spec.templates[0].dag.tasks[0]", message: /ping → pong → ping/ }],
    },
  ],
  right: [
    {
      title: "recursion with a condition",
      manifest: workflow(`
- name: main
  inputs:
    parameters: [{ name: left, value: "3" }]
  steps:
    - - name: again
        template: main
        when: "{{inputs.parameters.left}} > 0"
        arguments:
          parameters:
            - name: left
              value: "{{=asInt(inputs.parameters.left) - 1}}"`),
    },
    {
      title: "recursion for what failed",
      manifest: workflow(`
- name: main
  dag:
    tasks:
      - { name: try, template: echo }
      - { name: again, template: main, depends: try.Failed }
${echo}`),
    },
  ],
};
