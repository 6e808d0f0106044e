import { artifactOfLoop } from "../../src/rules/suspicious/artifact-of-loop.js";
import { type RuleTable, workflow } from "../table.js";

const templates = `
- name: make
  container:
    image: busybox:1.37
    command: [touch, /tmp/text]
  outputs:
    parameters:
      - name: text
        valueFrom:
          path: /tmp/text
    artifacts:
      - name: file
        path: /tmp/text
- name: read
  inputs:
    parameters:
      - name: texts
        default: "[]"
    artifacts:
      - name: file
        path: /tmp/text
        optional: true
  container:
    image: busybox:1.37
    command: [cat, /tmp/text]`;

export const table: RuleTable = {
  rule: artifactOfLoop,
  wrong: [
    {
      title: "an artifact of a loop as an argument",
      manifest: workflow(`
- name: main
  dag:
    tasks:
      - name: make
        template: make
        withItems: [a, b]
      - name: read
        template: read
        depends: make
        arguments:
          artifacts:
            - name: file
              from: "{{tasks.make.outputs.artifacts.file}}"
${templates}`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[1].arguments.artifacts[0].from",
          message: /task "make" is a loop, so its artifact "file" exists once for each item/,
        },
      ],
    },
    {
      title: "an artifact of a loop as an output",
      manifest: workflow(`
- name: main
  steps:
    - - name: make
        template: make
        withSequence:
          count: "2"
  outputs:
    artifacts:
      - name: file
        from: "{{steps.make.outputs.artifacts.file}}"
${templates}`),
      finds: [{ path: "spec.templates[0].outputs.artifacts[0].from", message: /step "make" is a loop/ }],
    },
  ],
  right: [
    {
      title: "the parameters of a loop, which are a list",
      manifest: workflow(`
- name: main
  dag:
    tasks:
      - name: make
        template: make
        withItems: [a, b]
      - name: read
        template: read
        depends: make
        arguments:
          parameters:
            - name: texts
              value: "{{tasks.make.outputs.parameters.text}}"
${templates}`),
    },
  ],
};
