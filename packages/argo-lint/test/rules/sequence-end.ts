import { sequenceEnd } from "../../src/rules/structure/sequence-end.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: sequenceEnd,
  wrong: [
    {
      title: "count and end",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                withSequence: {count: 2, end: 5}
                template: wait
        - name: wait
          suspend: {}`),
      finds: [{ path: "spec.templates[0].steps[0][0].withSequence.end", message: /both count and end/ }],
    },
  ],
  right: [
    {
      title: "start and end",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                withSequence: {start: 2, end: 5}
                template: wait
        - name: wait
          suspend: {}`),
    },
  ],
};
