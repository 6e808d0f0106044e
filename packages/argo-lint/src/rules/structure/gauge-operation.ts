import { useOneOf } from "../../messages/suggestions.js";
import { metricsOf } from "../../model/metrics.js";
import { defineRule } from "../../rule.js";

const operations = ["Set", "Add", "Sub"];

/** Source: the Enum at GaugeOperation, which is part of the CRD that Argo 4 installs. */
export const gaugeOperation = defineRule({
  name: "gauge-operation",
  severity: "error",
  refusedBy: "API server",
  summary: `The operation of a gauge is one of ${operations.join(", ")}.`,
  manifest(manifest, report) {
    for (const { metric, at } of metricsOf(manifest)) {
      const operation = metric.gauge?.operation ?? "";
      if (operation === "" || operations.includes(operation)) continue;
      report({
        at: [...at, "gauge", "operation"],
        message: `The operation "${operation}" of gauge "${metric.name ?? ""}" is not known.`,
        fix: useOneOf(operation, operations),
      });
    }
  },
});
