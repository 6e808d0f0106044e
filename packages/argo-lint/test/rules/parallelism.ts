import { parallelism } from "../../src/rules/structure/parallelism.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: parallelism,
  wrong: [
    {
      title: "a parallelism of a container",
      manifest: workflow(`
        - name: main
          parallelism: 2
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].parallelism", message: /of type container runs only one thing/ }],
    },
  ],
  right: [
    {
      title: "a parallelism of steps",
      manifest: workflow(`
        - name: main
          parallelism: 2
          steps:
            - - name: a
                inline:
                  suspend: {}`),
    },
  ],
};
