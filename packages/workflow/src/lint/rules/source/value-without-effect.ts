import { defineRule } from "../../rule.js";

export const valueWithoutEffect = defineRule({
  name: "value-without-effect",
  severity: "warning",
  summary:
    "A field with fixed values has one of them, also where nobody compares it: another value has no effect, or ends in an error late.",
  document({ shape }, report) {
    for (const { kind, refusedBy, at, message, fix } of shape) {
      if (kind === "wrong-value" && refusedBy === "nobody") report({ at, message, fix });
    }
  },
});
