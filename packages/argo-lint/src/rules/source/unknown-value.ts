import { defineRule } from "../../rule.js";

export const unknownValue = defineRule({
  name: "unknown-value",
  severity: "error",
  refusedBy: "argo lint",
  summary: "A field that allows only certain values has one of them.",
  document({ shape }, report) {
    for (const { kind, refusedBy, at, message, fix } of shape) {
      if (kind === "wrong-value" && refusedBy === "argo lint") report({ at, message, fix });
    }
  },
});
