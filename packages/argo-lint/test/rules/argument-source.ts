import { argumentSource } from "../../src/rules/structure/argument-source.js";
import { echo, type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: argumentSource,
  wrong: [
    {
      title: "an argument with the source of an output",
      manifest: workflow(`
- name: main
  steps:
    - - name: a
        template: echo
        arguments:
          parameters:
            - name: text
              valueFrom:
                parameter: "{{workflow.name}}"
${echo}`),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].arguments.parameters[0].valueFrom.parameter",
          message: /from parameter.*value: "\{\{workflow\.name\}\}"/,
        },
      ],
    },
    {
      title: "a valueFrom with a default only",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        arguments:
          parameters:
            - name: day
              valueFrom:
                default: monday`,
      ),
      finds: [{ path: "spec.arguments.parameters[0].valueFrom", message: /from nowhere/ }],
    },
  ],
  right: [
    {
      title: "a config map and a default",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        arguments:
          parameters:
            - name: day
              valueFrom:
                default: monday
                configMapKeyRef:
                  name: settings
                  key: day`,
      ),
    },
  ],
};
