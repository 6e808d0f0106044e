import { unclosedTagRule } from "../../src/rules/variables/unclosed-tag.js";
import { echo, type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: unclosedTagRule,
  wrong: [
    {
      title: "a variable without an end",
      manifest: workflow(`
- name: main
  inputs:
    parameters:
      - name: message
        default: hello
  container:
    image: busybox:1.37
    command: [echo, "{{inputs.parameters.message}"]`),
      finds: [
        {
          path: "spec.templates[0].container.command[1]",
          message: /\{\{inputs\.parameters\.message\} is not closed with \}\}/,
          line: 15,
        },
      ],
    },
    {
      title: "an expression without an end",
      manifest: workflow(`
- name: main
  inputs:
    parameters:
      - name: count
        default: "1"
  container:
    image: busybox:1.37
    command: [echo, "{{=asInt(inputs.parameters.count)}"]`),
      finds: [
        { path: "spec.templates[0].container.command[1]", message: /\{\{=asInt.* is not closed with \}\}/ },
      ],
    },
    {
      title: "a condition that is not closed, at the end of its template",
      manifest: workflow(`
- name: main
  steps:
    - - name: each
        template: echo
        withItems: [a, b]
        when: "{{item == a"
${echo}`),
      finds: [{ path: "spec.templates[0].steps[0][0].when", message: /Close the tag with \}\}/ }],
    },
  ],
  right: [
    {
      title: "braces of a programming language",
      manifest: workflow(`
- name: main
  script:
    image: python:3.13-alpine
    command: [python]
    source: |
      print(f"{{1 + 1}")`),
    },
  ],
};
