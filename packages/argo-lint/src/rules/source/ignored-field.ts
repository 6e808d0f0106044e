import { defineRule } from "../../rule.js";

export const ignoredField = defineRule({
  name: "ignored-field",
  severity: "warning",
  summary: "Inside a step, `argo lint` ignores unknown fields. They are misspelled there as elsewhere.",
  document({ shape }, report) {
    for (const { kind, at, message, fix } of shape) {
      if (kind === "ignored-field") report({ at, key: true, message, fix });
    }
  },
});
