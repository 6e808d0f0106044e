import { sequenceNumbers } from "../../src/rules/structure/sequence-numbers.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: sequenceNumbers,
  wrong: [
    {
      title: "a sequence without an end",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                withSequence: {start: 2}
                template: wait
        - name: wait
          suspend: {}`),
      finds: [{ path: "spec.templates[0].steps[0][0].withSequence", message: /where it ends/ }],
    },
    {
      title: "a count that is no number",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                withSequence: {count: many}
                template: wait
        - name: wait
          suspend: {}`),
      finds: [{ path: "spec.templates[0].steps[0][0].withSequence.count", message: /"many"/ }],
    },
  ],
  right: [
    {
      title: "a count from a parameter",
      manifest: workflow(`
        - name: main
          inputs:
            parameters:
              - name: count
                value: 3
          steps:
            - - name: a
                withSequence: {count: "{{inputs.parameters.count}}"}
                template: wait
        - name: wait
          suspend: {}`),
    },
  ],
};
