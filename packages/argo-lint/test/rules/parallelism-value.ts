import { parallelismValue } from "../../src/rules/structure/parallelism-value.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: parallelismValue,
  wrong: [
    {
      title: "a parallelism of 0",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        parallelism: 0`,
      ),
      finds: [{ path: "spec.parallelism", message: /is 0/ }],
    },
  ],
  right: [
    {
      title: "a parallelism of 1",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        parallelism: 1`,
      ),
    },
  ],
};
