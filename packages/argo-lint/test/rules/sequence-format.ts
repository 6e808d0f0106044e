import { sequenceFormat } from "../../src/rules/structure/sequence-format.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: sequenceFormat,
  wrong: [
    {
      title: "two places for one number",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                withSequence: {count: 2, format: "%d-%d"}
                template: wait
        - name: wait
          suspend: {}`),
      finds: [{ path: "spec.templates[0].steps[0][0].withSequence.format", message: /2 placeholders/ }],
    },
    {
      title: "a format for text",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                withSequence: {count: 2, format: "item-%s"}
                template: wait
        - name: wait
          suspend: {}`),
      finds: [{ path: "spec.templates[0].steps[0][0].withSequence.format", message: /"%s"/ }],
    },
  ],
  right: [
    {
      title: "a number with leading zeros, and a percent sign",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                withSequence: {count: 2, format: "%03d%%"}
                template: wait
        - name: wait
          suspend: {}`),
    },
  ],
};
