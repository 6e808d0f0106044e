import { missingInput } from "../../src/rules/variables/missing-input.js";
import { type RuleTable, workflow } from "../table.js";

const greet = `
- name: greet
  inputs:
    parameters:
      - name: name
  container:
    image: busybox:1.37
    command: [echo, "{{inputs.parameters.name}}"]`;

export const table: RuleTable = {
  rule: missingInput,
  wrong: [
    {
      title: "a step that omits a parameter",
      manifest: workflow(`
- name: main
  steps:
    - - name: hello
        template: greet
${greet}`),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].template",
          message:
            /Step "hello" of template "main" calls template "greet" without its input parameter "name"\. Add it to arguments\.parameters/,
          line: 11,
        },
      ],
    },
    {
      title: "an argument whose name is misspelt",
      manifest: workflow(`
- name: main
  dag:
    tasks:
      - name: hello
        template: greet
        arguments:
          parameters:
            - name: nmae
              value: Ada
${greet}`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[0].template",
          message: /Rename the argument "nmae" to "name"/,
        },
      ],
    },
    {
      title: "a task that omits an artifact",
      manifest: workflow(`
- name: main
  dag:
    tasks:
      - name: read
        template: read
- name: read
  inputs:
    artifacts:
      - name: file
        path: /tmp/text
  container:
    image: busybox:1.37
    command: [cat, /tmp/text]`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[0].template",
          message: /without its input artifact "file"\. .*optional: true/,
        },
      ],
    },
    {
      title: "an entrypoint whose input is not an argument of the workflow",
      manifest: workflow(greet),
      finds: [
        {
          path: "spec.entrypoint",
          message: /Template "greet" is called with the workflow's arguments.*no argument of that name/,
          line: 6,
        },
      ],
    },
    {
      title: "an argument of the workflow without a value, which overrides the input's default",
      manifest: workflow(
        `
- name: main
  inputs:
    parameters:
      - name: name
        default: Ada
  container:
    image: busybox:1.37
    command: [echo, "{{inputs.parameters.name}}"]`,
        `
arguments:
  parameters:
    - name: name`,
      ),
      finds: [
        {
          path: "spec.entrypoint",
          message: /has no value here.*Give the workflow's parameter "name" a value/,
        },
      ],
    },
    {
      title: "an exit handler whose input is not an argument of the workflow",
      manifest: workflow(
        `
- name: main
  container:
    image: busybox:1.37
    command: [echo, hello]
${greet}`,
        "onExit: greet",
      ),
      finds: [{ path: "spec.onExit", message: /lack its input parameter "name"/ }],
    },
  ],
  right: [
    {
      title: "inputs with a default, optional ones, and those with a location",
      manifest: workflow(`
- name: main
  steps:
    - - name: read
        template: read
- name: read
  inputs:
    parameters:
      - name: name
        default: Ada
    artifacts:
      - name: file
        path: /tmp/text
        optional: true
      - name: page
        path: /tmp/page
        http:
          url: https://example.org/page
  container:
    image: busybox:1.37
    command: [ls, /tmp]`),
    },
    {
      title: "an entrypoint whose input is an argument of the workflow",
      manifest: workflow(
        greet,
        `
arguments:
  parameters:
    - name: name
      value: Ada`,
      ),
    },
    {
      title: "a workflow template, whose parameters somebody gives later",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: greetings
spec:
  entrypoint: greet
  templates:
    - name: greet
      inputs:
        parameters:
          - name: name
      container:
        image: busybox:1.37
        command: [echo, "{{inputs.parameters.name}}"]
`,
    },
  ],
};
