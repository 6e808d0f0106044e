import { expressionSyntax } from "../../src/rules/expressions/expression-syntax.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: expressionSyntax,
  wrong: [
    {
      title: "a tag whose expression breaks off",
      manifest: workflow(`
- name: main
  inputs: { parameters: [{ name: x, value: '[1]' }] }
  container:
    image: busybox:1.37
    command:
      - echo
      - "{{=inputs.parameters.x +}}"`),
      finds: [
        {
          path: "spec.templates[0].container.command[1]",
          message: /it ends where a value is expected/,
          line: 14,
        },
      ],
    },
    {
      title: "one equals sign",
      manifest: workflow(`
- name: main
  inputs: { parameters: [{ name: x, value: '[1]' }] }
  container:
    image: busybox:1.37
    command:
      - echo
      - "{{=inputs.parameters.x = '1' ? 'a' : 'b'}}"`),
      finds: [
        {
          path: "spec.templates[0].container.command[1]",
          message: /"=" is not expected here; values are compared with ==/,
        },
      ],
    },
    {
      title: "a variable in braces inside an expression",
      manifest: workflow(`
- name: main
  inputs: { parameters: [{ name: x, value: '[1]' }] }
  container:
    image: busybox:1.37
    command:
      - echo
      - "{{=asInt({{inputs.parameters.x}}) + 1}}"`),
      finds: [{ path: "spec.templates[0].container.command[1]", message: /without braces of their own/ }],
    },
    {
      title: "a map where a closure is expected",
      manifest: workflow(`
- name: main
  inputs: { parameters: [{ name: x, value: '[1]' }] }
  container:
    image: busybox:1.37
    command:
      - echo
      - "{{=map([1], {name: #})}}"`),
      finds: [
        { path: "spec.templates[0].container.command[1]", message: /these braces belong to the closure/ },
      ],
    },
    {
      title: "a name in a closure that does not exist, in a field",
      manifest: workflow(`
- name: main
  retryStrategy:
    limit: "2"
    expression: 'any([lastRetry.exitCode], #item == "2")'
  container: { image: busybox:1.37 }`),
      finds: [{ path: "spec.templates[0].retryStrategy.expression", message: /not #item/ }],
    },
    {
      title: "a field that is no expression",
      manifest: workflow(`
- name: main
  retryStrategy:
    limit: "2"
    expression: lastRetry.exitCode <> "2"
  container: { image: busybox:1.37 }`),
      finds: [
        {
          path: "spec.templates[0].retryStrategy.expression",
          message: /"expression" must be an expression.*at "> /,
        },
      ],
    },
    {
      title: "a stop strategy of a cron workflow",
      manifest: `
apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata: { name: nightly }
spec:
  schedules: ["0 0 * * *"]
  stopStrategy: { expression: "cronworkflow.failed >=" }
  workflowSpec:
    entrypoint: main
    templates: [{ name: main, container: { image: busybox:1.37 } }]
`,
      finds: [{ path: "spec.stopStrategy.expression", message: /it ends where a value is expected/ }],
    },
    {
      title: "what a workflow gets from an event",
      manifest: `
apiVersion: argoproj.io/v1alpha1
kind: WorkflowEventBinding
metadata: { name: on-push }
spec:
  event: { selector: "payload.ref ==" }
  submit:
    workflowTemplateRef: { name: train }
    arguments:
      parameters: [{ name: commit, valueFrom: { event: "payload.commits[" } }]
`,
      argoLint: { accepts: false, because: "it finds nothing to lint in a WorkflowEventBinding alone" },
      finds: [
        { path: "spec.event.selector", message: /it ends/ },
        { path: "spec.submit.arguments.parameters[0].valueFrom.event", message: /it ends/ },
      ],
    },
  ],
  right: [
    {
      title: "operators, closures, pipes, slices and variables",
      manifest: workflow(`
- name: main
  inputs: { parameters: [{ name: x, value: '[1]' }] }
  container:
    image: busybox:1.37
    command:
      - echo
      - >-
        {{=let all = fromJSON(inputs.parameters.x); any(all, # > 0) ?
        toJson(all | filter(# not in [1, 2]) | map({ {n: #} })) : sprig.trim(inputs.parameters['x'][1:]) ?? 'none'}}`),
    },
    {
      title: "a field whose text gets a tag's value first",
      manifest: workflow(`
- name: main
  inputs: { parameters: [{ name: limit, value: "> 1" }] }
  retryStrategy:
    limit: "2"
    expression: asInt(lastRetry.exitCode) {{inputs.parameters.limit}}
  container: { image: busybox:1.37 }`),
    },
  ],
};
