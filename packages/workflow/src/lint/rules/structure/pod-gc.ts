import { didYouMean } from "../../../definition/nearest.js";
import { defineRule } from "../../rule.js";

const strategies = ["OnPodCompletion", "OnPodSuccess", "OnWorkflowCompletion", "OnWorkflowSuccess"];
const labelKey = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/;
const labelValue = /^([A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?)?$/;

/** Source: PodGC.IsValid, and LabelSelectorAsSelector of Kubernetes. */
export const podGc = defineRule({
  name: "pod-gc",
  severity: "error",
  refusedBy: "argo lint",
  summary: `The strategy of podGC is one of ${strategies.join(", ")}, and its labelSelector one of Kubernetes'.`,
  manifest({ spec, specPath }, report) {
    const { strategy = "", labelSelector } = spec.podGC ?? {};
    const at = [...specPath, "podGC"];
    if (strategy !== "" && !strategies.includes(strategy)) {
      report({
        at: [...at, "strategy"],
        message: `The strategy "${strategy}" of podGC is not known.`,
        fix: `Use one of ${strategies.join(", ")}.${didYouMean(strategy, strategies)}`,
      });
    }
    for (const [key, value] of Object.entries(labelSelector?.matchLabels ?? {})) {
      if (labelKey.test(key) && labelValue.test(String(value))) continue;
      report({
        at: [...at, "labelSelector", "matchLabels", key],
        message: `"${key}: ${String(value)}" is no label that an object of Kubernetes can have.`,
        fix: "Use letters, digits, -, _ and . only, and begin and end with a letter or digit.",
      });
    }
    for (const [i, { key = "", operator = "", values = [] }] of (
      labelSelector?.matchExpressions ?? []
    ).entries()) {
      const fault = expressionFault(key, operator, values);
      if (fault === undefined) continue;
      report({
        at: [...at, "labelSelector", "matchExpressions", i],
        message: `The expression for label "${key}" ${fault}.`,
        fix: "Write key, operator (In, NotIn, Exists or DoesNotExist) and, for In and NotIn, a list of values.",
      });
    }
  },
});

function expressionFault(key: string, operator: string, values: readonly string[]): string | undefined {
  if (!labelKey.test(key)) return "has a key that no label can have";
  if (operator === "In" || operator === "NotIn") {
    if (values.length === 0) return "has no values";
    return values.every((value) => labelValue.test(value)) ? undefined : "has a value that no label can have";
  }
  if (operator === "Exists" || operator === "DoesNotExist") {
    return values.length === 0 ? undefined : `has values, which ${operator} does not take`;
  }
  // The rule unknown-pod-value says it of other texts.
  return operator === "" || operator.includes("{{") ? `has the operator "${operator}"` : undefined;
}
