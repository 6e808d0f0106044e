import { isLabelKey, isLabelValue } from "../../kubernetes/name-formats.js";
import { useOneOf } from "../../messages/suggestions.js";
import { defineRule } from "../../rule.js";

const strategies = ["OnPodCompletion", "OnPodSuccess", "OnWorkflowCompletion", "OnWorkflowSuccess"];

/** Source: PodGC.IsValid, and LabelSelectorAsSelector of Kubernetes. */
export const podGc = defineRule({
  name: "pod-gc",
  severity: "error",
  refusedBy: "argo lint",
  summary: `The strategy of podGC is one of ${strategies.join(", ")}, and its labelSelector is valid in Kubernetes.`,
  manifest({ spec, specPath }, report) {
    const { strategy = "", labelSelector } = spec.podGC ?? {};
    const at = [...specPath, "podGC"];
    if (strategy !== "" && !strategies.includes(strategy)) {
      report({
        at: [...at, "strategy"],
        message: `The strategy "${strategy}" of podGC is not known.`,
        fix: useOneOf(strategy, strategies),
      });
    }
    for (const [key, value] of Object.entries(labelSelector?.matchLabels ?? {})) {
      if (isLabelKey(key) && isLabelValue(String(value))) continue;
      report({
        at: [...at, "labelSelector", "matchLabels", key],
        message: `"${key}: ${String(value)}" is not a label that a Kubernetes object can have.`,
        fix: "Use only letters, digits, -, _ and ., and begin and end with a letter or digit.",
      });
    }
    for (const [i, { key = "", operator = "", values = [] }] of (
      labelSelector?.matchExpressions ?? []
    ).entries()) {
      const fault = expressionProblem(key, operator, values);
      if (fault === undefined) continue;
      report({
        at: [...at, "labelSelector", "matchExpressions", i],
        message: `The expression for label "${key}" ${fault}.`,
        fix: "Write key, operator (In, NotIn, Exists or DoesNotExist) and, for In and NotIn, a list of values.",
      });
    }
  },
});

function expressionProblem(key: string, operator: string, values: readonly string[]): string | undefined {
  if (!isLabelKey(key)) return "has a key that no label can have";
  if (operator === "In" || operator === "NotIn") {
    if (values.length === 0) return "has no values";
    return values.every(isLabelValue) ? undefined : "has a value that no label can have";
  }
  if (operator === "Exists" || operator === "DoesNotExist") {
    return values.length === 0 ? undefined : `has values, which ${operator} does not take`;
  }
  // The rule unknown-pod-value reports other strings.
  return operator === "" || operator.includes("{{") ? `has the operator "${operator}"` : undefined;
}
