import type { JsonValue } from "../../definition/json-value.js";
import type { MetricDirection } from "../../definition/port.js";
import type { RunSummary } from "../../history/run-summary.js";
import { checkField, readField } from "./read-field.js";

/**
 * Runs by a metric, the best first; the highest first if the metric has no direction. By a parameter or another field in
 * ascending order. Runs without the value are last, and equal ones stay in their order.
 * @throws {UsageError} if no run has the name
 */
export function sortRuns(
  runs: readonly RunSummary[],
  name: string,
  direction: MetricDirection | undefined = directionOf(runs, name),
): RunSummary[] {
  checkField(runs, `--sort ${name}`, name);
  const isMetric = runs.some(({ metrics }) => Object.hasOwn(metrics, name));
  const sign = direction === "maximize" || (direction === undefined && isMetric) ? -1 : 1;
  return [...runs].sort((a, b) => {
    const [first, second] = [readField(a, name), readField(b, name)];
    if (first === undefined || second === undefined) {
      return Number(first === undefined) - Number(second === undefined);
    }
    return sign * compared(first, second);
  });
}

/** The direction that the workflow of one of the runs declares for a metric. */
export function directionOf(runs: readonly RunSummary[], name: string): MetricDirection | undefined {
  for (const { metrics } of runs) {
    const direction = Object.hasOwn(metrics, name) ? metrics[name]?.direction : undefined;
    if (direction !== undefined) return direction;
  }
  return undefined;
}

function compared(a: JsonValue, b: JsonValue): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [first, second] = [a, b].map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
  if (first === undefined || second === undefined || first === second) return 0;
  return first < second ? -1 : 1;
}
