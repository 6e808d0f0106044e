import { emptyItems } from "../../src/rules/structure/empty-items.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: emptyItems,
  wrong: [
    {
      title: "an empty list of items",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                withItems: []
                template: wait
        - name: wait
          suspend: {}`),
      finds: [{ path: "spec.templates[0].steps[0][0].withItems", message: /runs once/ }],
    },
  ],
  right: [
    {
      title: "a list with an item",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                withItems: [a]
                template: wait
        - name: wait
          suspend: {}`),
    },
  ],
};
