import { defineRule } from "../../rule.js";

/** Source: Kubernetes' validation of PodDisruptionBudget, which the controller creates when the workflow begins. */
export const podDisruptionBudget = defineRule({
  name: "pod-disruption-budget",
  severity: "error",
  refusedBy: "controller",
  summary: "A podDisruptionBudget has minAvailable or maxUnavailable, not both.",
  manifest({ spec, specPath }, report) {
    const { minAvailable, maxUnavailable } = spec.podDisruptionBudget ?? {};
    if (minAvailable === undefined || maxUnavailable === undefined) return;
    report({
      at: [...specPath, "podDisruptionBudget", "maxUnavailable"],
      key: true,
      message: "The podDisruptionBudget has both minAvailable and maxUnavailable.",
      fix: "Keep one of them.",
    });
  },
});
