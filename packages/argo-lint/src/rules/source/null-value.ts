import { defineRule } from "../../rule.js";

export const nullValue = defineRule({
  name: "null-value",
  severity: "warning",
  summary:
    "A field or an item is not empty: with nothing after its colon or dash it is null, and Argo treats it as missing, or as an empty string.",
  document({ shape }, report) {
    for (const { kind, at, message, fix } of shape) {
      if (kind === "null-value") report({ at, key: true, message, fix });
    }
  },
});
