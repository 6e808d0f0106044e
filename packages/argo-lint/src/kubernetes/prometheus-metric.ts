import type { Prometheus } from "../argo-schema/types.js";
import type { DeepPartial } from "../model/deep-partial.js";
import type { Path } from "../model/path.js";
import type { Reporter } from "../rule.js";

const validName = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** The requirements of a metric, in a template or in the workflow. */
export function checkMetric(metric: DeepPartial<Prometheus>, at: Path, report: Reporter): void {
  const name = metric.name ?? "";
  if (!validName.test(name)) {
    report({
      at: name === "" ? at : [...at, "name"],
      message:
        name === ""
          ? "The metric has no name."
          : `The metric's name "${name}" is not a name that Prometheus accepts.`,
      fix: "Use letters, digits and _, and begin with a letter or _. Use labels for what varies.",
    });
  }
  for (const [i, { key = "" }] of (metric.labels ?? []).entries()) {
    if (validName.test(key)) continue;
    report({
      at: [...at, "labels", i, ...(key === "" ? [] : ["key"])],
      message: `The key "${key}" of a label of metric "${name}" is not a name that Prometheus accepts.`,
      fix: "Use letters, digits and _, and begin with a letter or _.",
    });
  }
  if (!metric.help) {
    report({ at, message: `The metric "${name}" has no help text.`, fix: "Say in help what it measures." });
  }
  for (const kind of ["gauge", "counter", "histogram"] as const) {
    if (metric[kind] === undefined || metric[kind].value) continue;
    report({
      at: [...at, kind],
      message: `The ${kind} of metric "${name}" has no value.`,
      fix: 'Set value, for example "{{duration}}".',
    });
  }
  const { gauge } = metric;
  if (gauge?.realtime !== true || !gauge.value?.includes("resourcesDuration.")) return;
  report({
    at: [...at, "gauge", "value"],
    message: `The gauge "${name}" is updated in real time, but resourcesDuration is known only at the end.`,
    fix: "Set realtime: false, or measure duration.",
  });
}
