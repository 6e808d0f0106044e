import { whenSyntax } from "../../src/rules/expressions/when-syntax.js";
import { steps } from "../calls.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: whenSyntax,
  wrong: [
    {
      title: "one equals sign",
      manifest: steps(
        `
  - name: a
    template: echo
    when: "{{workflow.parameters.x}} = a"`,
        `arguments: { parameters: [{ name: x, value: a }] }`,
      ),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].when",
          message: /"=" is not an operator of a condition; values are compared with ==/,
        },
      ],
    },
    {
      title: "a word with a hyphen and no quotes",
      manifest: steps(
        `
  - name: a
    template: echo
    when: "{{workflow.parameters.x}} == train-model"`,
        `arguments: { parameters: [{ name: x, value: a }] }`,
      ),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].when",
          message: /"-" works on a number, not on the string 'train'.*quotes/,
        },
      ],
    },
    {
      title: "a variable without braces",
      manifest: steps(
        `
  - name: a
    template: echo
    when: workflow.parameters.x == a`,
        `arguments: { parameters: [{ name: x, value: a }] }`,
      ),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].when",
          message: /Write the variable in braces: \{\{workflow\.parameters\.x\}\}/,
        },
      ],
    },
    {
      title: "two words without quotes",
      manifest: steps(
        `
  - name: a
    template: echo
    when: "{{workflow.parameters.x}} == very good"`,
        `arguments: { parameters: [{ name: x, value: a }] }`,
      ),
      finds: [{ path: "spec.templates[0].steps[0][0].when", message: /"good" after "very" is not expected/ }],
    },
    {
      title: "a quote that is not closed",
      manifest: steps(
        `
  - name: a
    template: echo
    when: "'{{workflow.parameters.x}} == a"`,
        `arguments: { parameters: [{ name: x, value: a }] }`,
      ),
      finds: [{ path: "spec.templates[0].steps[0][0].when", message: /' is not closed/ }],
    },
    {
      title: "a parenthesis that is not closed",
      manifest: steps(
        `
  - name: a
    template: echo
    when: "({{workflow.parameters.x}} == a"`,
        `arguments: { parameters: [{ name: x, value: a }] }`,
      ),
      finds: [{ path: "spec.templates[0].steps[0][0].when", message: /a "\(" is not closed/ }],
    },
    {
      title: "a function",
      manifest: steps(
        `
  - name: a
    template: echo
    when: "len({{workflow.parameters.x}}) > 1"`,
        `arguments: { parameters: [{ name: x, value: a }] }`,
      ),
      finds: [{ path: "spec.templates[0].steps[0][0].when", message: /no function "len"/ }],
    },
    {
      title: "a text, which is neither true nor false",
      manifest: steps(`
  - name: a
    template: echo
    when: "yes"`),
      finds: [{ path: "spec.templates[0].steps[0][0].when", message: /it is the string 'yes'/ }],
    },
    {
      title: "a list of one",
      manifest: steps(
        `
  - name: a
    template: echo
    when: "{{workflow.parameters.x}} in ('a')"`,
        `arguments: { parameters: [{ name: x, value: a }] }`,
      ),
      finds: [{ path: "spec.templates[0].steps[0][0].when", message: /"in" works on a list such as/ }],
    },
    {
      title: "a word of a cron workflow without quotes",
      manifest: `
apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata: { name: nightly }
spec:
  schedules: ["0 0 * * *"]
  when: "{{=string(cronworkflow.failed)}} == none"
  workflowSpec:
    entrypoint: main
    templates: [{ name: main, container: { image: busybox:1.37 } }]
`,
      finds: [{ path: "spec.when", message: /"none" has no quotes around it/ }],
    },
  ],
  right: [
    {
      title: "conditions of all kinds",
      manifest: steps(
        `
  - name: a
    template: echo
    when: "{{workflow.parameters.x}} == a && '{{workflow.parameters.x}}' != 'train-model'"
  - name: b
    template: echo
    when: "!({{workflow.parameters.x}} in ('a', 'b')) || {{workflow.parameters.x}} =~ '^a'"
  - name: c
    template: echo
    when: "{{=workflow.parameters.x == 'a'}}"
  - name: d
    template: echo
    when: "{{workflow.parameters.x}} > 3.5 || {{workflow.parameters.x}} == '2024-01-31'"`,
        "arguments: { parameters: [{ name: x, value: a }] }",
      ),
    },
  ],
};
