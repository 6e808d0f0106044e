import { oneLoop } from "../../src/rules/structure/one-loop.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: oneLoop,
  wrong: [
    {
      title: "two loops at one step",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                withItems: [a, b]
                withSequence: {count: 2}
                template: wait
        - name: wait
          suspend: {}`),
      finds: [{ path: "spec.templates[0].steps[0][0].withSequence", message: /withItems and withSequence/ }],
    },
  ],
  right: [
    {
      title: "an empty withItems beside another loop",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                withItems: []
                withParam: "[1, 2]"
                template: wait
        - name: wait
          suspend: {}`),
    },
  ],
};
