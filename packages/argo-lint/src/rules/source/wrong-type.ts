import { defineRule } from "../../rule.js";

export const wrongType = defineRule({
  name: "wrong-type",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "A value has the type of its field. YAML reads 1.10 as a number and yes as a boolean: quote a string that looks like one.",
  document({ shape }, report) {
    for (const { kind, at, message, fix } of shape) {
      if (kind === "wrong-type") report({ at, message, fix });
    }
  },
});
