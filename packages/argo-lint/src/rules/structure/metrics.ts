import { checkMetric } from "../../kubernetes/prometheus-metric.js";
import { defineRule } from "../../rule.js";

/** Source: workflow/metrics/util.go. */
export const metrics = defineRule({
  name: "metrics",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "A metric has a help text, a value, and a name of letters, digits and _, as have its labels; a gauge with realtime does not use resourcesDuration.",
  template({ template, path }, report) {
    for (const [i, metric] of (template.metrics?.prometheus ?? []).entries()) {
      checkMetric(metric, [...path, "metrics", "prometheus", i], report);
    }
  },
});
