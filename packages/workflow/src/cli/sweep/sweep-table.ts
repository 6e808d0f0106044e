import { printable } from "@tiphys/argo-lint/text";
import type { JsonValue } from "../../definition/json-value.js";
import type { RunSummary } from "../../history/run-summary.js";
import { fitTable } from "../runs/fit-table.js";
import { secondsCell } from "../runs/list-table.js";
import { metricWithInterval, settingText } from "../runs/value-text.js";

/** How many metrics are shown of a workflow that declares no directions. */
const maxMetrics = 4;

/**
 * The runs of a sweep as a table, a line for each run: what was swept, and the metrics.
 * @param swept names of the parameters
 */
export function sweepTable(runs: readonly RunSummary[], swept: readonly string[], width?: number): string[] {
  const all = new Map(runs.flatMap(({ metrics }) => Object.entries(metrics)));
  const declared = [...all].filter(([, { direction }]) => direction !== undefined);
  const shown = (declared.length > 0 ? declared : [...all].slice(0, maxMetrics)).map(([name]) => name);
  return fitTable(
    [
      ...swept.map((name) => ({
        heading: printable(name),
        cells: runs.map(({ parameters, inputs }) => cellOf(parameters[name] ?? inputs[name]?.[0]?.path)),
        isNumber: true,
      })),
      ...shown.map((name) => ({
        heading: printable(name),
        cells: runs.map(({ metrics }) =>
          metrics[name] === undefined ? "" : metricWithInterval(metrics[name]),
        ),
        isNumber: true,
      })),
      { heading: "PHASE", cells: runs.map(({ phase }) => phase) },
      {
        heading: "DURATION",
        cells: runs.map(({ durationSeconds }) => secondsCell(durationSeconds)),
        isNumber: true,
        leaveOut: 1,
      },
      { heading: "RUN", cells: runs.map(({ name }) => printable(name)), minWidth: 20 },
    ],
    width,
  );
}

function cellOf(value: JsonValue | undefined): string {
  return value === undefined ? "" : settingText(value);
}

/** The runs of a sweep for programs: values of parameters and metrics, with their types. */
export function sweepJson(runs: readonly RunSummary[]): JsonValue {
  return runs.map(({ name, directory, phase, parameters, metrics, durationSeconds, message }) => ({
    run: name,
    directory,
    phase,
    ...(message === undefined ? {} : { message }),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    parameters,
    metrics: Object.fromEntries(Object.entries(metrics).map(([metric, { value }]) => [metric, value])),
  }));
}
