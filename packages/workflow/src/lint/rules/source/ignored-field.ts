import { defineRule } from "../../rule.js";

export const ignoredField = defineRule({
  name: "ignored-field",
  severity: "warning",
  summary:
    "Inside of a step `argo lint` passes over fields that it does not know. They are misspelt there as elsewhere.",
  document({ shape }, report) {
    for (const { kind, at, message, fix } of shape) {
      if (kind === "ignored-field") report({ at, key: true, message, fix });
    }
  },
});
