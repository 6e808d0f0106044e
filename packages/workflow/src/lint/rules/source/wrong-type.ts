import { defineRule } from "../../rule.js";

export const wrongType = defineRule({
  name: "wrong-type",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "A value has the type of its field. YAML makes a number of 1.10 and a boolean of yes: a text that looks like that is quoted.",
  document({ shape }, report) {
    for (const { kind, at, message, fix } of shape) {
      if (kind === "wrong-type") report({ at, message, fix });
    }
  },
});
