import { missingDependency } from "../../src/rules/variables/missing-dependency.js";
import { echo, type RuleTable, workflow } from "../table.js";

const make = `
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
    artifacts:
      - name: file
        path: /tmp/text
  container:
    image: busybox:1.37
    command: [cat, /tmp/text]`;

export const table: RuleTable = {
  rule: missingDependency,
  wrong: [
    {
      title: "a parameter of a task that it does not depend on",
      manifest: workflow(`
- name: main
  dag:
    tasks:
      - name: make
        template: make
      - name: print
        template: echo
        arguments:
          parameters:
            - name: text
              value: "{{tasks.make.outputs.parameters.text}}"
${make}
${echo}`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[1].arguments.parameters[0].value",
          message:
            /task "print" does not depend on task "make".*Set dependencies: \[make\] in task "print"\./,
          line: 18,
        },
      ],
    },
    {
      title: "an artifact of a task that it does not depend on",
      manifest: workflow(`
- name: main
  dag:
    tasks:
      - name: first
        template: echo
      - name: make
        template: make
      - name: read
        template: read
        depends: first.Succeeded
        arguments:
          artifacts:
            - name: file
              from: "{{tasks.make.outputs.artifacts.file}}"
${make}
${echo}`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[2].arguments.artifacts[0].from",
          message: /Set depends: first\.Succeeded && make in task "read"\./,
        },
      ],
    },
    {
      title: "an output of a task that runs later, and one of the task itself",
      manifest: workflow(`
- name: main
  dag:
    tasks:
      - name: print
        template: echo
        arguments:
          parameters:
            - name: text
              value: "{{tasks.make.outputs.parameters.text}}"
      - name: make
        template: make
        depends: print
      - name: again
        template: echo
        arguments:
          parameters:
            - name: text
              value: "{{tasks.again.outputs.result}}"
${make}
${echo}`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[0].arguments.parameters[0].value",
          message: /task "make" runs after task "print"/,
        },
        {
          path: "spec.templates[0].dag.tasks[2].arguments.parameters[0].value",
          message: /task "again" cannot read its own outputs/,
        },
      ],
    },
    {
      title: "the name of the task as an argument",
      manifest: workflow(`
- name: main
  dag:
    tasks:
      - name: print
        template: echo
        arguments:
          parameters:
            - name: text
              value: "{{tasks.name}}"
${echo}`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[0].arguments.parameters[0].value",
          message: /Argo takes it for the output of a task named "name"\. Write "print" itself/,
        },
      ],
    },
  ],
  right: [
    {
      title: "a task that it depends on by way of another",
      manifest: workflow(`
- name: main
  dag:
    tasks:
      - name: make
        template: make
      - name: read
        template: read
        dependencies: [make]
        arguments:
          artifacts:
            - name: file
              from: "{{tasks.make.outputs.artifacts.file}}"
      - name: print
        template: echo
        dependencies: [read]
        arguments:
          parameters:
            - name: text
              value: "{{tasks.make.outputs.parameters.text}}"
${make}
${echo}`),
    },
  ],
};
