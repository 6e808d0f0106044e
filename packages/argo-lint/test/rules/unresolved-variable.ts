import { unresolvedVariable } from "../../src/rules/variables/unresolved-variable.js";
import { echo, type RuleTable, workflow } from "../table.js";

const train = `
- name: train
  container:
    image: busybox:1.37
    command: [touch, /tmp/accuracy]
  outputs:
    parameters:
      - name: accuracy
        valueFrom:
          path: /tmp/accuracy`;

export const table: RuleTable = {
  rule: unresolvedVariable,
  wrong: [
    {
      title: "an input that the template does not have",
      manifest: workflow(`
- name: main
  inputs:
    parameters:
      - name: message
        default: hello
  container:
    image: busybox:1.37
    command: [echo, "{{inputs.parameters.mesage}}"]`),
      finds: [
        {
          path: "spec.templates[0].container.command[1]",
          message: /template "main" has no input parameter "mesage"\. Did you mean "message"\?/,
          line: 15,
        },
      ],
    },
    {
      title: "an output that is misspelt",
      manifest: workflow(`
- name: main
  steps:
    - - name: train
        template: train
    - - name: report
        template: echo
        arguments:
          parameters:
            - name: text
              value: "{{steps.train.outputs.parameters.acuracy}}"
${train}
${echo}`),
      finds: [
        {
          path: "spec.templates[0].steps[1][0].arguments.parameters[0].value",
          message: /step "train" has no output parameter "acuracy".*Did you mean "accuracy"\?/,
        },
      ],
    },
    {
      title: "a task that is misspelt",
      manifest: workflow(`
- name: main
  dag:
    tasks:
      - name: train
        template: train
      - name: report
        template: echo
        depends: train
        when: "{{tasks.tarin.outputs.parameters.accuracy}} > 0.8"
${train}
${echo}`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[1].when",
          message: /template "main" has no task "tarin"\. Did you mean "train"\?/,
        },
      ],
    },
    {
      title: "the status of a task that need not have run",
      manifest: workflow(`
- name: main
  dag:
    tasks:
      - name: train
        template: train
      - name: report
        template: echo
        when: "{{tasks.train.status}} == Succeeded"
${train}
${echo}`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[1].when",
          message: /"report" does not depend on task "train".*dependencies: \[train\]/,
        },
      ],
    },
    {
      title: "an output of a later step",
      manifest: workflow(`
- name: main
  steps:
    - - name: report
        template: echo
        when: "{{steps.train.outputs.result}} == ok"
    - - name: train
        template: train
${train}
${echo}`),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].when",
          message: /step "train" comes later than step "report"/,
        },
      ],
    },
    {
      title: "the result of a template that has none",
      manifest: workflow(`
- name: main
  steps:
    - - name: wait
        template: wait
    - - name: report
        template: echo
        when: "{{steps.wait.outputs.result}} == ok"
- name: wait
  suspend: {}
${echo}`),
      finds: [{ path: "spec.templates[0].steps[1][0].when", message: /template "wait", which is a suspend/ }],
    },
    {
      title: "tasks in a template that is not a DAG",
      manifest: workflow(`
- name: main
  container:
    image: busybox:1.37
    command: [echo, "{{tasks.train.outputs.parameters.accuracy}}"]`),
      finds: [
        { path: "spec.templates[0].container.command[1]", message: /template "main" is not a DAG.*input/ },
      ],
    },
    {
      title: "a key that the items do not have",
      manifest: workflow(`
- name: main
  steps:
    - - name: each
        template: echo
        withItems:
          - {name: a, size: 1}
        arguments:
          parameters:
            - name: text
              value: "{{item.nmae}}"
${echo}`),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].arguments.parameters[0].value",
          message: /the items of step "each" have no "nmae"\. Did you mean "item.name"\?/,
        },
      ],
    },
    {
      title: "a parameter that the workflow does not have",
      manifest: workflow(
        `
- name: main
  container:
    image: busybox:1.37
    command: [echo, "{{workflow.parameters.mesage}}"]`,
        `
arguments:
  parameters:
    - name: message
      value: hello`,
      ),
      finds: [
        {
          path: "spec.templates[0].container.command[1]",
          message: /the workflow has no parameter "mesage"\. Did you mean "message"\?/,
        },
      ],
    },
    {
      title: "a global output before anything has put it out",
      manifest: workflow(`
- name: main
  container:
    image: busybox:1.37
    command: [echo, "{{workflow.outputs.parameters.accuracy}}"]`),
      finds: [
        {
          path: "spec.templates[0].container.command[1]",
          message:
            /no template that runs before has a global output parameter "accuracy".*globalName: accuracy/,
        },
      ],
    },
    {
      title: "the failures of a workflow without an exit handler",
      manifest: workflow(`
- name: main
  container:
    image: busybox:1.37
    command: [echo, "{{workflow.failures}}"]`),
      finds: [{ path: "spec.templates[0].container.command[1]", message: /this workflow has no onExit/ }],
    },
    {
      title: "something that a workflow does not have",
      manifest: workflow(`
- name: main
  container:
    image: busybox:1.37
    command: [echo, "{{workflow.nmae}}", "{{workflow.labels.team}}", "{{workflow.priority}}"]`),
      finds: [
        {
          path: "spec.templates[0].container.command[1]",
          message: /"workflow.nmae" is not a variable of a workflow\. Did you mean "workflow.name"\?/,
        },
        {
          path: "spec.templates[0].container.command[2]",
          message: /no label "team".*workflowMetadata\.labels/,
        },
        { path: "spec.templates[0].container.command[3]", message: /has no priority/ },
      ],
    },
    {
      title: "the name of a pod where there is none",
      manifest: workflow(`
- name: main
  steps:
    - - name: echo
        template: echo
        arguments:
          parameters:
            - name: text
              value: "{{pod.name}}"
${echo}`),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].arguments.parameters[0].value",
          message: /template "main" starts no pod itself/,
        },
      ],
    },
    {
      title: "a key with a tag",
      manifest: workflow(`
- name: main
  nodeSelector:
    "{{inputs.parameters.zone}}": "yes"
  container:
    image: busybox:1.37`),
      finds: [
        {
          path: 'spec.templates[0].nodeSelector["{{inputs.parameters.zone}}"]',
          message: /no input parameter "zone"\. Declare it under inputs\.parameters/,
          line: 10,
        },
      ],
    },
    {
      title: "an input artifact of an inline template",
      manifest: workflow(`
- name: main
  steps:
    - - name: read
        inline:
          inputs:
            artifacts:
              - name: file
                path: /tmp/text
                raw:
                  data: hello
          container:
            image: busybox:1.37
            command: [cat, "{{inputs.artifacts.file.path}}"]`),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].inline.container.command[1]",
          message: /is part of an inline template: Argo resolves its variables in template "main"/,
        },
      ],
    },
    {
      title: "an output of a template that is known only at run time",
      manifest: workflow(`
- name: main
  steps:
    - - name: any
        templateRef:
          name: "{{item}}"
          template: run
        withItems: [a, b]
    - - name: print
        template: echo
        when: "{{steps.any.outputs.result}} == ok"
${echo}`),
      finds: [
        {
          path: "spec.templates[0].steps[1][0].when",
          message: /which template step "any" calls is known only at run time/,
        },
      ],
    },
    {
      title: "a template of another manifest that reads a parameter this workflow lacks",
      manifest: `${workflow(`
- name: main
  steps:
    - - name: greet
        templateRef:
          name: greetings
          template: greet`)}---
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: greetings
spec:
  templates:
    - name: greet
      container:
        image: busybox:1.37
        command: [echo, "{{workflow.parameters.name}}"]
`,
      finds: [
        {
          path: "spec.templates[0].steps[0][0]",
          message: /template "greet" of another manifest.*the workflow has no parameter "name"/,
        },
      ],
    },
  ],
  right: [
    {
      title: "outputs of tasks that it depends on, by way of others",
      manifest: workflow(`
- name: main
  dag:
    tasks:
      - name: train
        template: train
      - name: between
        template: echo
        depends: train
      - name: report
        template: echo
        depends: between
        when: "{{tasks.train.status}} == Succeeded"
        arguments:
          parameters:
            - name: text
              value: "{{tasks.train.outputs.parameters.accuracy}}"
${train}
${echo}`),
    },
    {
      title: "tags of other programs",
      manifest: workflow(`
- name: main
  container:
    image: busybox:1.37
    command: [echo, "{{ .Values.name }} {{user.name}}"]`),
    },
    {
      title: "parameters that a workflow template leaves to its workflow",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: greetings
spec:
  templates:
    - name: greet
      container:
        image: busybox:1.37
        command: [echo, "{{workflow.parameters.name}}"]
`,
    },
    {
      title: "items of a list that is known only at run time, and the list of a loop's outputs",
      manifest: workflow(`
- name: main
  steps:
    - - name: each
        template: train
        withParam: '[{"name": "a"}]'
        when: "{{item.name}} != b"
    - - name: report
        template: echo
        arguments:
          parameters:
            - name: text
              value: "{{steps.each.outputs.parameters}} {{steps.each.outputs.parameters.accuracy}}"
${train}
${echo}`),
    },
    {
      title: "a global output in an exit handler, and the failures",
      manifest: workflow(
        `
- name: main
  steps:
    - - name: train
        template: train
- name: train
  container:
    image: busybox:1.37
    command: [touch, /tmp/accuracy]
  outputs:
    parameters:
      - name: accuracy
        globalName: accuracy
        valueFrom:
          path: /tmp/accuracy
- name: bye
  container:
    image: busybox:1.37
    command: [echo, "{{workflow.outputs.parameters.accuracy}} {{workflow.failures}}"]`,
        "onExit: bye",
      ),
    },
    {
      title: "a step whose name contains a value, read by a tag within a tag",
      manifest: workflow(`
- name: main
  inputs:
    parameters:
      - name: date
        default: today
  steps:
    - - name: run-{{inputs.parameters.date}}
        template: echo
    - - name: again
        template: echo
        when: "{{steps.run-{{inputs.parameters.date}}.status}} != Succeeded"
${echo}`),
    },
    {
      title: "what a hook reads of its own task",
      manifest: workflow(`
- name: main
  dag:
    tasks:
      - name: train
        template: train
        hooks:
          exit:
            template: echo
            arguments:
              parameters:
                - name: text
                  value: "{{tasks.train.status}} {{tasks.train.outputs.parameters.accuracy}}"
${train}
${echo}`),
    },
  ],
};
