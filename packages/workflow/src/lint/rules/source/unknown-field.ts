import { defineRule } from "../../rule.js";

export const unknownField = defineRule({
  name: "unknown-field",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "Only fields that Argo's types have. Anything else would be ignored by the controller without a word.",
  document({ shape }, report) {
    for (const { kind, at, message, fix } of shape) {
      if (kind === "unknown-field") report({ at, key: true, message, fix });
    }
  },
});
