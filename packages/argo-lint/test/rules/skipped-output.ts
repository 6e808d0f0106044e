import { skippedOutput } from "../../src/rules/suspicious/skipped-output.js";
import { echo, type RuleTable, workflow } from "../table.js";

const templates = `
- name: tune
  container:
    image: busybox:1.37
    command: [touch, /tmp/rate]
  outputs:
    parameters:
      - name: rate
        valueFrom:
          path: /tmp/rate
- name: train
  inputs:
    parameters:
      - name: rate
  container:
    image: busybox:1.37
    command: [echo, "{{inputs.parameters.rate}}"]`;

export const table: RuleTable = {
  rule: skippedOutput,
  wrong: [
    {
      title: "a parameter of a task that may be skipped",
      manifest: workflow(`
- name: main
  inputs:
    parameters:
      - name: quick
        default: "no"
  dag:
    tasks:
      - name: tune
        template: tune
        when: "{{inputs.parameters.quick}} == no"
      - name: train
        template: train
        depends: tune
        arguments:
          parameters:
            - name: rate
              value: "{{tasks.tune.outputs.parameters.rate}}"
${templates}`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[1].arguments.parameters[0].value",
          message:
            /task "tune" may be skipped.*task "train" fails\. Set valueFrom\.default for the output of template "tune"/,
        },
      ],
    },
    {
      title: "the result of a step that may be skipped",
      manifest: workflow(`
- name: main
  inputs:
    parameters:
      - name: quick
        default: "no"
  steps:
    - - name: ask
        template: echo
        when: "{{inputs.parameters.quick}} == no"
    - - name: train
        template: train
        arguments:
          parameters:
            - name: rate
              value: "{{steps.ask.outputs.result}}"
${templates}
${echo}`),
      finds: [
        {
          path: "spec.templates[0].steps[1][0].arguments.parameters[0].value",
          message: /the workflow waits for it forever/,
        },
      ],
    },
  ],
  right: [
    {
      title: "a task that runs only where the other one has succeeded, or where its own condition holds",
      manifest: workflow(`
- name: main
  inputs:
    parameters:
      - name: quick
        default: "no"
  dag:
    tasks:
      - name: tune
        template: tune
        when: "{{inputs.parameters.quick}} == no"
      - name: train
        template: train
        depends: tune.Succeeded
        arguments:
          parameters:
            - name: rate
              value: "{{tasks.tune.outputs.parameters.rate}}"
      - name: again
        template: train
        depends: tune
        when: "{{inputs.parameters.quick}} == no"
        arguments:
          parameters:
            - name: rate
              value: "{{tasks.tune.outputs.parameters.rate}}"
${templates}`),
    },
    {
      title: "an input with a default, and an expression with ??",
      manifest: workflow(`
- name: main
  inputs:
    parameters:
      - name: quick
        default: "no"
  dag:
    tasks:
      - name: tune
        template: tune
        when: "{{inputs.parameters.quick}} == no"
      - name: print
        template: echo
        depends: tune
        arguments:
          parameters:
            - name: text
              value: "{{tasks.tune.outputs.parameters.rate}}"
      - name: train
        template: train
        depends: tune
        arguments:
          parameters:
            - name: rate
              value: "{{=tasks.tune.outputs.parameters.rate ?? '0.1'}}"
${templates}
${echo}`),
    },
  ],
};
