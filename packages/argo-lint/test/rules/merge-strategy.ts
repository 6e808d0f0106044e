import { mergeStrategy } from "../../src/rules/structure/merge-strategy.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: mergeStrategy,
  wrong: [
    {
      title: "a mergeStrategy that is not known",
      manifest: workflow(`
        - name: main
          resource:
            action: patch
            mergeStrategy: jsn
            manifest: |
              kind: Pod`),
      finds: [{ path: "spec.templates[0].resource.mergeStrategy", message: /"jsn".*Did you mean "json"/ }],
    },
  ],
  right: [
    {
      title: "a JSON patch",
      manifest: workflow(`
        - name: main
          resource:
            action: patch
            mergeStrategy: json
            manifest: |
              kind: Pod`),
    },
  ],
};
