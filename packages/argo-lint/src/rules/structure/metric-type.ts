import { metricsOf } from "../../model/metrics.js";
import { defineRule } from "../../rule.js";

/** Source: computeMetrics in workflow/controller/operator.go. */
export const metricType = defineRule({
  name: "metric-type",
  severity: "warning",
  summary:
    "A metric is exactly one of gauge, counter and histogram; otherwise Argo emits nothing, or only the first.",
  manifest(manifest, report) {
    for (const { metric, at } of metricsOf(manifest)) {
      const types = (["gauge", "histogram", "counter"] as const).filter((type) => metric[type] !== undefined);
      if (types.length === 1) continue;
      report({
        at,
        message: `The metric "${metric.name ?? ""}" is ${types.length === 0 ? "not a gauge, a counter or a histogram" : types.join(" and ")}.`,
        fix:
          types.length === 0 ? "Add one of gauge, counter and histogram." : "Make each a metric of its own.",
      });
    }
  },
});
