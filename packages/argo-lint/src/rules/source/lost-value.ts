import { defineRule } from "../../rule.js";

export const lostValue = defineRule({
  name: "lost-value",
  severity: "warning",
  summary:
    "The value of a parameter is a string, a number or a boolean. A list or a map is read as an empty string.",
  document({ shape }, report) {
    for (const { kind, at, message, fix } of shape) {
      if (kind === "lost-value") report({ at, message, fix });
    }
  },
});
