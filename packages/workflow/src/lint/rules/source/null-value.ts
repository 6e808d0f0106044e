import { defineRule } from "../../rule.js";

export const nullValue = defineRule({
  name: "null-value",
  severity: "warning",
  summary:
    "A field, an item or a name that has nothing behind its colon or dash is null: Argo takes it as missing, or as an empty text.",
  document({ shape }, report) {
    for (const { kind, at, message, fix } of shape) {
      if (kind === "null-value") report({ at, key: true, message, fix });
    }
  },
});
