import { defineRule } from "../../rule.js";

export const unknownField = defineRule({
  name: "unknown-field",
  severity: "error",
  refusedBy: "argo lint",
  summary: "Every field exists in Argo's types. The controller would silently ignore any other.",
  document({ shape }, report) {
    for (const { kind, at, message, fix } of shape) {
      if (kind === "unknown-field") report({ at, key: true, message, fix });
    }
  },
});
