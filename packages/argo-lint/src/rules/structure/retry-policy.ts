import { useOneOf } from "../../messages/suggestions.js";
import { defineRule } from "../../rule.js";

const policies = ["Always", "OnFailure", "OnError", "OnTransientError"];

export const retryPolicy = defineRule({
  name: "retry-policy",
  severity: "error",
  refusedBy: "argo lint",
  summary: `The retryPolicy is one of ${policies.join(", ")}, not a variable.`,
  manifest({ spec, specPath, templates }, report) {
    const places = [
      // `argo lint` checks only templates.
      { strategy: spec.retryStrategy, at: [...specPath, "retryStrategy"], refusedBy: "controller" as const },
      {
        strategy: spec.templateDefaults?.retryStrategy,
        at: [...specPath, "templateDefaults", "retryStrategy"],
        refusedBy: "controller" as const,
      },
      ...templates.map(({ template, path }) => ({
        strategy: template.retryStrategy,
        at: [...path, "retryStrategy"],
        refusedBy: "argo lint" as const,
      })),
    ];
    for (const { strategy, at, refusedBy } of places) {
      const policy = strategy?.retryPolicy ?? "";
      if (policy === "" || policies.includes(policy)) continue;
      report({
        at: [...at, "retryPolicy"],
        refusedBy,
        message: `The retryPolicy "${policy}" is not known.`,
        fix: useOneOf(policy, policies),
      });
    }
  },
});
