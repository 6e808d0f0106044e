import { unresolvedInExpression } from "../../src/rules/suspicious/unresolved-in-expression.js";
import { echo, type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: unresolvedInExpression,
  wrong: [
    {
      title: "an input and an output that do not exist",
      manifest: workflow(`
- name: main
  inputs:
    parameters:
      - name: count
        default: "1"
  steps:
    - - name: echo
        template: echo
        arguments:
          parameters:
            - name: text
              value: "{{=asInt(inputs.parameters.cuont) + 1}}"
  outputs:
    parameters:
      - name: result
        valueFrom:
          expression: steps['echo'].outputs.parameters['result']
${echo}`),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].arguments.parameters[0].value",
          message: /inputs\.parameters\.cuont: .*Did you mean "count"\?/,
        },
        {
          path: "spec.templates[0].outputs.parameters[0].valueFrom.expression",
          message: /step "echo" has no output parameter "result"/,
        },
      ],
    },
  ],
  right: [
    {
      title: "what can be read, and what need not be there",
      manifest: workflow(`
- name: main
  inputs:
    parameters:
      - name: count
        default: "1"
  steps:
    - - name: echo
        template: echo
        arguments:
          parameters:
            - name: text
              value: "{{=asInt(inputs.parameters.count) + 1}}"
  outputs:
    parameters:
      - name: result
        valueFrom:
          expression: steps['echo'].outputs.result ?? steps.echo.outputs.parameters.other ?? ''
${echo}`),
    },
  ],
};
