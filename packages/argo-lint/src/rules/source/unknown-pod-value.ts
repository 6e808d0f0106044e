import { defineRule } from "../../rule.js";

export const unknownPodValue = defineRule({
  name: "unknown-pod-value",
  severity: "error",
  refusedBy: "controller",
  summary:
    "A field of a pod that allows only certain values has one of them; otherwise no pod can be created, and the workflow ends with an error.",
  document({ shape }, report) {
    for (const { kind, refusedBy, at, message, fix } of shape) {
      if (kind === "wrong-value" && refusedBy === "controller") report({ at, message, fix });
    }
  },
});
