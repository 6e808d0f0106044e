import { expressionCut } from "../../src/rules/expressions/expression-cut.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: expressionCut,
  wrong: [
    {
      title: "a map in a map",
      manifest: workflow(`
- name: main
  inputs: { parameters: [{ name: x, value: '[1]' }] }
  container:
    image: busybox:1.37
    command:
      - echo
      - "{{=toJson({a: {b: inputs.parameters.x}})}}"`),
      finds: [
        {
          path: "spec.templates[0].container.command[1]",
          message: /Argo cuts \{\{=toJson\(\{a: \{b: inputs\.parameters\.x\}\}\)\}\}.*Put a space/,
        },
      ],
    },
    {
      title: "braces in a text",
      manifest: workflow(`
- name: main
  inputs: { parameters: [{ name: x, value: '[1]' }] }
  container:
    image: busybox:1.37
    command:
      - echo
      - "{{='}}' + inputs.parameters.x}}"`),
      finds: [{ path: "spec.templates[0].container.command[1]", message: /Argo cuts/ }],
    },
  ],
  right: [
    {
      title: "a space between braces",
      manifest: workflow(`
- name: main
  inputs: { parameters: [{ name: x, value: '[1]' }] }
  container:
    image: busybox:1.37
    command:
      - echo
      - "{{=toJson({a: {b: inputs.parameters.x} })}}"`),
    },
  ],
};
