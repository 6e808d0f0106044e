import { brokenTag } from "../../src/rules/suspicious/broken-tag.js";
import { echo, type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: brokenTag,
  wrong: [
    {
      title: "a space before the = of an expression",
      manifest: workflow(`
- name: main
  inputs:
    parameters:
      - name: count
        default: "1"
  container:
    image: busybox:1.37
    command: [echo, "{{ =asInt(inputs.parameters.count) + 1 }}"]`),
      finds: [
        {
          path: "spec.templates[0].container.command[1]",
          message: /is not an expression.*Write \{\{=asInt\(inputs\.parameters\.count\) \+ 1\}\}/,
          line: 15,
        },
      ],
    },
    {
      title: "a name without an end",
      manifest: workflow(`
- name: main
  container:
    image: busybox:1.37
    command: [echo, "{{item}"]`),
      finds: [{ path: "spec.templates[0].container.command[1]", message: /Close the tag with \}\}/ }],
    },
    {
      title: "the key of an artifact of a DAG, where argo lint resolves no names",
      manifest: workflow(`
- name: main
  inputs:
    artifacts:
      - name: model
        s3:
          key: "{{inputs.parameters.model-key}"
  dag:
    tasks:
      - name: echo
        template: echo
${echo}`),
      finds: [{ path: "spec.templates[0].inputs.artifacts[0].s3.key", message: /Close the tag with \}\}/ }],
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
