import { checkMetric } from "../../kubernetes/prometheus-metric.js";
import { defineRule } from "../../rule.js";

/** Source: the patterns and lengths at Prometheus, which are part of the CRDs of Argo 4. */
export const workflowMetrics = defineRule({
  name: "workflow-metrics",
  severity: "error",
  refusedBy: "API server",
  summary:
    "A metric of the whole workflow has the same requirements as one of a template; argo lint does not check it.",
  manifest({ spec, specPath }, report) {
    for (const [i, metric] of (spec.metrics?.prometheus ?? []).entries()) {
      checkMetric(metric, [...specPath, "metrics", "prometheus", i], report);
    }
  },
});
