import { whenEnum } from "../../src/rules/expressions/when-enum.js";
import { steps } from "../calls.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: whenEnum,
  wrong: [
    {
      title: "a value that is not in the enum",
      manifest: steps(
        `
  - name: a
    template: echo
    when: "{{workflow.parameters.size}} == smal"`,
        `arguments: { parameters: [{ name: size, value: small, enum: [small, large] }] }`,
      ),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].when",
          message: /"size" is never "smal".*small, large.*Did you mean "small"/,
        },
      ],
    },
    {
      title: "a value in quotes that is not in the enum",
      manifest: steps(
        `
  - name: a
    template: echo
    when: "'{{workflow.parameters.size}}' != 'medium'"`,
        `arguments: { parameters: [{ name: size, value: small, enum: [small, large] }] }`,
      ),
      finds: [{ path: "spec.templates[0].steps[0][0].when", message: /is never "medium"/ }],
    },
  ],
  right: [
    {
      title: "a value of the enum",
      manifest: steps(
        `
  - name: a
    template: echo
    when: "{{workflow.parameters.size}} == large"`,
        `arguments: { parameters: [{ name: size, value: small, enum: [small, large] }] }`,
      ),
    },
  ],
};
