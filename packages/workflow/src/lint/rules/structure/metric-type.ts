import { defineRule } from "../../rule.js";

/** Source: computeMetrics in workflow/controller/operator.go. */
export const metricType = defineRule({
  name: "metric-type",
  severity: "warning",
  summary:
    "A metric is a gauge, a counter or a histogram, and one of them: Argo emits nothing, or the first only.",
  manifest({ spec, specPath, templates }, report) {
    const places = [
      { all: spec.metrics?.prometheus, at: [...specPath, "metrics", "prometheus"] },
      ...templates.map(({ template, path }) => ({
        all: template.metrics?.prometheus,
        at: [...path, "metrics", "prometheus"],
      })),
    ];
    for (const { all = [], at } of places) {
      for (const [i, metric] of all.entries()) {
        const types = (["gauge", "histogram", "counter"] as const).filter(
          (type) => metric[type] !== undefined,
        );
        if (types.length === 1) continue;
        report({
          at: [...at, i],
          message: `The metric "${metric.name ?? ""}" is ${types.length === 0 ? "no gauge, counter or histogram" : types.join(" and ")}.`,
          fix: types.length === 0 ? "Add one of gauge, counter and histogram." : "Make a metric of each.",
        });
      }
    }
  },
});
