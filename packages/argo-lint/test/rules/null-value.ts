import { nullValue } from "../../src/rules/source/null-value.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: nullValue,
  wrong: [
    {
      title: "a dash without an item",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            args:
              - a
              -`),
      finds: [{ path: "spec.templates[0].container.args[1]", message: /item.*is empty.*""/ }],
    },
    {
      title: "a label without a value",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          metadata:
            labels:
              app:`),
      finds: [{ path: "spec.templates[0].metadata.labels.app", message: /"app" has no value/ }],
    },
    {
      title: "a suspend without braces",
      manifest: workflow(`
        - name: main
          suspend:`),
      finds: [{ path: "spec.templates[0].suspend", message: /treats it as missing.*suspend: \{\}/ }],
      argoLint: { accepts: false, because: "the template is of no kind then" },
    },
  ],
  right: [
    {
      title: "empty fields that say nothing",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            args:
          inputs:`),
    },
    {
      title: "an empty text",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            args: ['']`),
    },
  ],
};
