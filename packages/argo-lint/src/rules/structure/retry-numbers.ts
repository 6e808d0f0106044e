import type { RetryStrategy } from "../../argo-schema/types.js";
import { isDurationOrSeconds, isWholeNumber } from "../../kubernetes/duration.js";
import type { DeepPartial } from "../../model/deep-partial.js";
import type { Path } from "../../model/path.js";
import { hasTag } from "../../model/tags.js";
import { defineRule, type Reporter } from "../../rule.js";

/** Source: processNodeRetries in workflow/controller/operator.go, which runs when the first attempt has ended. */
export const retryNumbers = defineRule({
  name: "retry-numbers",
  severity: "error",
  refusedBy: "controller",
  summary:
    "In a retryStrategy, limit and factor are whole numbers, and a backoff has a duration; times are seconds or durations such as 1m30s.",
  manifest({ spec, specPath, templates }, report) {
    const defaults = spec.templateDefaults?.retryStrategy;
    const hasDuration = Boolean(defaults?.backoff?.duration);
    if (spec.retryStrategy) check(spec.retryStrategy, [...specPath, "retryStrategy"], false, report);
    if (defaults) check(defaults, [...specPath, "templateDefaults", "retryStrategy"], true, report);
    for (const { template, path } of templates) {
      if (template.retryStrategy)
        check(template.retryStrategy, [...path, "retryStrategy"], hasDuration, report);
    }
  },
});

function check(strategy: DeepPartial<RetryStrategy>, at: Path, hasDuration: boolean, report: Reporter): void {
  const { limit, backoff } = strategy;
  const numbers = {
    limit: [limit, [...at, "limit"]],
    factor: [backoff?.factor, [...at, "backoff", "factor"]],
  } as const;
  for (const [field, [value, place]] of Object.entries(numbers)) {
    const text = String(value ?? 0);
    if (isWholeNumber(text) || hasTag(text)) continue;
    report({
      at: place,
      message: `The ${field} of the retryStrategy is "${text}", which is not a whole number.`,
      fix: "Write a whole number.",
    });
  }
  if (backoff === undefined) return;
  if (!backoff.duration && !hasDuration) {
    report({
      at: [...at, "backoff"],
      message: "The backoff has no duration, the wait before the first retry.",
      fix: 'Set duration, for example "10s".',
    });
  }
  for (const field of ["duration", "maxDuration", "cap"] as const) {
    const text = backoff[field] ?? "";
    if (text === "" || hasTag(text) || isDurationOrSeconds(text)) continue;
    report({
      at: [...at, "backoff", field],
      message: `The ${field} "${text}" of the backoff is not a duration that Argo reads.`,
      fix: 'Write "90" or "90s" for seconds, "5m" for minutes.',
    });
  }
}
