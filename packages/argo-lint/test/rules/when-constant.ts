import { whenConstant } from "../../src/rules/expressions/when-constant.js";
import { steps } from "../calls.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: whenConstant,
  wrong: [
    {
      title: "a tag in quotes and a boolean",
      manifest: steps(
        `
  - name: a
    template: echo
    when: "'{{workflow.parameters.x}}' == true"`,
        `arguments: { parameters: [{ name: x, value: a }] }`,
      ),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].when",
          message: /is always false.*Put quotes around true too/,
        },
      ],
    },
    {
      title: "a tag without quotes and a boolean in quotes",
      manifest: steps(
        `
  - name: a
    template: echo
    when: "{{workflow.parameters.x}} != 'true'"`,
        `arguments: { parameters: [{ name: x, value: a }] }`,
      ),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].when",
          message: /is always true: a tag without quotes may become true, but never the string/,
        },
      ],
    },
    {
      title: "a tag in quotes and a number, beside something else",
      manifest: steps(
        `
  - name: a
    template: echo
    when: "'{{workflow.parameters.x}}' == 5 || {{workflow.parameters.x}} == a"`,
        `arguments: { parameters: [{ name: x, value: a }] }`,
      ),
      finds: [{ path: "spec.templates[0].steps[0][0].when", message: /is always false/ }],
    },
    {
      title: "a condition without a variable",
      manifest: steps(`
  - name: a
    template: echo
    when: "x == 'y'"`),
      finds: [{ path: "spec.templates[0].steps[0][0].when", message: /is always false/ }],
    },
  ],
  right: [
    {
      title: "quotes on both sides or on none",
      manifest: steps(
        `
  - name: a
    template: echo
    when: "'{{workflow.parameters.x}}' == 'true' || {{workflow.parameters.x}} == true"`,
        `arguments: { parameters: [{ name: x, value: a }] }`,
      ),
    },
    {
      title: "a step that is switched off",
      manifest: steps(`
  - name: a
    template: echo
    when: "false"`),
    },
  ],
};
