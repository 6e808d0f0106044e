import { parameterEnum } from "../../src/rules/structure/parameter-enum.js";
import { echo, type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: parameterEnum,
  wrong: [
    {
      title: "an empty enum",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        arguments:
          parameters:
            - name: size
              enum: []`,
      ),
      finds: [{ path: "spec.arguments.parameters[0].enum", message: /is empty/ }],
    },
    {
      title: "a value that is not in the enum",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        arguments:
          parameters:
            - name: size
              value: lage
              enum: [small, large]`,
      ),
      finds: [{ path: "spec.arguments.parameters[0].value", message: /"lage".*Did you mean "large"/ }],
    },
    {
      title: "an enum beside a valueFrom",
      manifest: workflow(`
- name: main
  steps:
    - - name: a
        template: echo
        arguments:
          parameters:
            - name: text
              valueFrom:
                configMapKeyRef:
                  name: settings
                  key: text
              enum: [a, b]
${echo}`),
      finds: [
        { path: "spec.templates[0].steps[0][0].arguments.parameters[0].enum", message: /needs a value/ },
      ],
    },
  ],
  right: [
    {
      title: "a value of the enum",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        arguments:
          parameters:
            - name: size
              value: 2
              enum: [1, 2]`,
      ),
    },
  ],
};
