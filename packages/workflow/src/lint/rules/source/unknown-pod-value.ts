import { defineRule } from "../../rule.js";

export const unknownPodValue = defineRule({
  name: "unknown-pod-value",
  severity: "error",
  refusedBy: "controller",
  summary:
    "A field with fixed values that Kubernetes reads has one of them. Else no pod can be made, and the workflow ends with an error.",
  document({ shape }, report) {
    for (const { kind, refusedBy, at, message, fix } of shape) {
      if (kind === "wrong-value" && refusedBy === "controller") report({ at, message, fix });
    }
  },
});
