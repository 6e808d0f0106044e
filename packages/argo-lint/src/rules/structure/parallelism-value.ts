import { defineRule } from "../../rule.js";

/** Source: Minimum=1 at both fields, which is part of the CRD that Argo 4 installs. */
export const parallelismValue = defineRule({
  name: "parallelism-value",
  severity: "error",
  refusedBy: "API server",
  summary: "A parallelism is at least 1.",
  manifest({ spec, specPath, templates }, report) {
    const places = [
      { value: spec.parallelism, at: specPath },
      ...templates.map(({ template, path }) => ({ value: template.parallelism, at: path })),
    ];
    for (const { value, at } of places) {
      if (value === undefined || value >= 1) continue;
      report({
        at: [...at, "parallelism"],
        message: `The parallelism is ${value}, so nothing could run.`,
        fix: "Set at least 1, or remove parallelism for no limit.",
      });
    }
  },
});
