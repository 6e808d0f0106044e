import { memoize } from "../../src/rules/structure/memoize.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: memoize,
  wrong: [
    {
      title: "a key with an underscore",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          memoize:
            key: my_key
            maxAge: 1h
            cache:
              configMap:
                name: cache`),
      finds: [{ path: "spec.templates[0].memoize.key", message: /"my_key"/ }],
    },
    {
      title: "an age without a unit",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          memoize:
            key: my-key
            maxAge: "60"
            cache:
              configMap:
                name: cache`),
      finds: [{ path: "spec.templates[0].memoize.maxAge", message: /"60"/ }],
    },
  ],
  right: [
    {
      title: "a key from a parameter",
      manifest: workflow(`
        - name: main
          inputs:
            parameters:
              - name: day
                default: monday
          container:
            image: busybox:1.37
          memoize:
            key: "day-{{inputs.parameters.day}}"
            maxAge: 24h
            cache:
              configMap:
                name: cache`),
    },
  ],
};
