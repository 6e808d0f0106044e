import { unknownField } from "../../src/rules/source/unknown-field.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: unknownField,
  wrong: [
    {
      title: "a field that is misspelt",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            comand: [echo, hello]`),
      finds: [
        {
          path: "spec.templates[0].container.comand",
          message: /"comand".*Did you mean "command"\?/,
          line: 11,
        },
      ],
    },
  ],
  right: [
    {
      title: "labels and annotations of any name",
      manifest: workflow(
        `
        - name: main
          metadata:
            labels:
              anything: goes
          container:
            image: busybox:1.37`,
      ),
    },
  ],
};
