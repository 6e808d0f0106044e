import { paramList } from "../../src/rules/structure/param-list.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: paramList,
  wrong: [
    {
      title: "text that is no JSON",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                withParam: "a, b"
                template: wait
        - name: wait
          suspend: {}`),
      finds: [{ path: "spec.templates[0].steps[0][0].withParam", message: /not a JSON list/ }],
    },
    {
      title: "an object",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                withParam: '{"a": 1}'
                template: wait
        - name: wait
          suspend: {}`),
      finds: [{ path: "spec.templates[0].steps[0][0].withParam", message: /not a JSON list/ }],
    },
  ],
  right: [
    {
      title: "a list in JSON",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                withParam: '["a", 1]'
                template: wait
        - name: wait
          suspend: {}`),
    },
  ],
};
