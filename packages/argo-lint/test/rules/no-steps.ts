import { noSteps } from "../../src/rules/structure/no-steps.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: noSteps,
  wrong: [
    {
      title: "an empty list of steps",
      manifest: workflow(`
        - name: main
          steps: []`),
      finds: [{ path: "spec.templates[0].steps", message: /is empty/ }],
    },
  ],
  right: [
    {
      title: "a group with a step",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                inline:
                  suspend: {}`),
    },
  ],
};
