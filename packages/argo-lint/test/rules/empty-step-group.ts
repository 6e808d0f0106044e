import { emptyStepGroup } from "../../src/rules/structure/empty-step-group.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: emptyStepGroup,
  wrong: [
    {
      title: "a group without steps",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                inline:
                  suspend: {}
            - []`),
      finds: [{ path: "spec.templates[0].steps[1]", message: /Group 2/ }],
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
