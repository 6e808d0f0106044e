import { argumentOutsideEnum } from "../../src/rules/suspicious/argument-outside-enum.js";
import { type RuleTable, workflow } from "../table.js";

const deploy = `
- name: deploy
  inputs:
    parameters:
      - name: stage
        enum: [test, production]
  container:
    image: busybox:1.37
    command: [echo, "{{inputs.parameters.stage}}"]`;

export const table: RuleTable = {
  rule: argumentOutsideEnum,
  wrong: [
    {
      title: "a value that the input does not allow",
      manifest: workflow(`
- name: main
  steps:
    - - name: deploy
        template: deploy
        arguments:
          parameters:
            - name: stage
              value: prodution
${deploy}`),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].arguments.parameters[0].value",
          message: /"prodution" is not one of the values.*Did you mean "production"\?/,
          line: 15,
        },
      ],
    },
  ],
  right: [
    {
      title: "a value of the enum, and one that is known only at run time",
      manifest: workflow(`
- name: main
  inputs:
    parameters:
      - name: stage
        default: test
  steps:
    - - name: deploy
        template: deploy
        arguments:
          parameters:
            - name: stage
              value: production
      - name: again
        template: deploy
        arguments:
          parameters:
            - name: stage
              value: "{{inputs.parameters.stage}}"
${deploy}`),
    },
  ],
};
