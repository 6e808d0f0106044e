import { didYouMean } from "../../../definition/nearest.js";
import { defineRule } from "../../rule.js";

const operations = ["Set", "Add", "Sub"];

/** Source: the Enum at GaugeOperation, which is part of the CRD that Argo 4 installs. */
export const gaugeOperation = defineRule({
  name: "gauge-operation",
  severity: "error",
  refusedBy: "API server",
  summary: `The operation of a gauge is one of ${operations.join(", ")}.`,
  manifest({ spec, specPath, templates }, report) {
    const places = [
      { all: spec.metrics?.prometheus, at: specPath },
      ...templates.map(({ template, path }) => ({ all: template.metrics?.prometheus, at: path })),
    ];
    for (const { all = [], at } of places) {
      for (const [i, { name = "", gauge }] of all.entries()) {
        const operation = gauge?.operation ?? "";
        if (operation === "" || operations.includes(operation)) continue;
        report({
          at: [...at, "metrics", "prometheus", i, "gauge", "operation"],
          message: `The operation "${operation}" of gauge "${name}" is not known.`,
          fix: `Use one of ${operations.join(", ")}.${didYouMean(operation, operations)}`,
        });
      }
    }
  },
});
