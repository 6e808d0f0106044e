import type { Path } from "../../model/path.js";
import { defineRule } from "../../rule.js";

/** Source: maxItems in the CRDs of Argo 4.0.7, manifests/base/crds/full. The minimal CRDs have none. */
export const tooMany = defineRule({
  name: "too-many",
  severity: "warning",
  summary:
    "With Argo's full CRDs the API server refuses more than 200 templates, 200 tasks a DAG, 500 input parameters a template and 100 metrics a list. With its minimal CRDs it accepts them.",
  manifest({ spec, specPath, templates }, report) {
    const check = (what: string, list: readonly unknown[] | undefined, most: number, at: Path): void => {
      if ((list?.length ?? 0) <= most) return;
      report({
        at,
        key: true,
        message: `This list has ${list?.length ?? 0} ${what}. With Argo's full CRDs the API server refuses more than ${most}.`,
        fix:
          what === "tasks"
            ? "Move some of them to another DAG, use withItems, or install Argo's minimal CRDs."
            : "Split them, or install Argo's minimal CRDs.",
      });
    };
    check("templates", spec.templates, 200, [...specPath, "templates"]);
    check("metrics", spec.metrics?.prometheus, 100, [...specPath, "metrics", "prometheus"]);
    for (const { template, path } of templates) {
      check("tasks", template.dag?.tasks, 200, [...path, "dag", "tasks"]);
      check("metrics", template.metrics?.prometheus, 100, [...path, "metrics", "prometheus"]);
      check("parameters", template.inputs?.parameters, 500, [...path, "inputs", "parameters"]);
    }
  },
});
