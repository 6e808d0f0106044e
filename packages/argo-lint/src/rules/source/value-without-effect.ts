import { defineRule } from "../../rule.js";

export const valueWithoutEffect = defineRule({
  name: "value-without-effect",
  severity: "warning",
  summary:
    "A field that allows only certain values has one of them, even if nothing checks it: another value has no effect, or causes an error late.",
  document({ shape }, report) {
    for (const { kind, refusedBy, at, message, fix } of shape) {
      if (kind === "wrong-value" && refusedBy === "nobody") report({ at, message, fix });
    }
  },
});
