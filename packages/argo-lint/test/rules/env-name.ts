import { envName } from "../../src/rules/names/env-name.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: envName,
  wrong: [
    {
      title: "a name with =",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            env: [{name: A=B, value: c}]`),
      finds: [
        { path: "spec.templates[0].container.env[0].name", message: /"A=B", whose name Kubernetes refuses/ },
      ],
    },
  ],
  right: [
    {
      title: "names with points and -",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            env: [{name: my.key-1, value: c}]`),
    },
  ],
};
