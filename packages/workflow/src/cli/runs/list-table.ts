import { printable } from "@tiphys/argo-lint/text";
import type { RunSummary } from "../../history/run-summary.js";
import { durationText } from "../progress/duration-text.js";
import { fitTable, type TableColumn } from "./fit-table.js";
import { phaseText } from "./phase-text.js";
import { localTime, roundedNumber, settingText } from "./value-text.js";

/** How many metrics are shown of runs whose workflow declares no directions. */
const maxUndeclared = 3;

/**
 * Runs as a table.
 * @param sortedBy a metric or parameter that gets a column in any case
 * @param width of the terminal
 */
export function runsListTable(
  runs: readonly RunSummary[],
  sortedBy: string | undefined,
  width?: number,
): string[] {
  const column = (
    heading: string,
    cell: (run: RunSummary) => string,
    more: Partial<TableColumn> = {},
  ): TableColumn => ({
    heading,
    cells: runs.map(cell),
    ...more,
  });
  const metrics = shownMetrics(runs, sortedBy).map((name, i) =>
    column(printable(name).toUpperCase(), ({ metrics }) => metricCell(metrics[name]?.value), {
      isNumber: true,
      leaveOut: name === sortedBy ? 0 : 6 + i,
    }),
  );
  const severalWorkflows = new Set(runs.map(({ workflow }) => workflow)).size > 1;
  return fitTable(
    [
      column("RUN", ({ name }) => printable(name), { minWidth: 20 }),
      column("WORKFLOW", ({ workflow }) => printable(workflow), {
        leaveOut: severalWorkflows ? 20 : 30,
        minWidth: 10,
      }),
      column("PHASE", (run) => (run.phase === "Running" ? printable(phaseText(run)) : run.phase)),
      column("WHEN", ({ startedAt }) => localTime(startedAt), { leaveOut: 4 }),
      column("DURATION", ({ durationSeconds }) => secondsCell(durationSeconds), {
        isNumber: true,
        leaveOut: 19,
      }),
      ...metrics,
      column("CHANGED", changedText, { minWidth: 12, leaveOut: 3 }),
      column("COMMIT", commitCell, { leaveOut: 18 }),
      column("TAGS", ({ tags }) => printable(tags.join(" ")), { minWidth: 8, leaveOut: 5 }),
      column("NOTE", ({ note = "" }) => printable(note), { minWidth: 12, leaveOut: 5 }),
    ],
    width,
  );
}

function shownMetrics(runs: readonly RunSummary[], sortedBy: string | undefined): string[] {
  const all = new Map(runs.flatMap(({ metrics }) => Object.entries(metrics)));
  const declared = new Set(
    runs.flatMap(({ metrics }) =>
      Object.entries(metrics).flatMap(([name, { direction }]) => (direction === undefined ? [] : [name])),
    ),
  );
  const main = declared.size > 0 ? [...declared] : [...all.keys()].slice(0, maxUndeclared);
  if (sortedBy === undefined || !all.has(sortedBy)) return main;
  return [sortedBy, ...main.filter((name) => name !== sortedBy)];
}

function metricCell(value: number | undefined): string {
  return value === undefined ? "" : roundedNumber(value);
}

/** A duration; empty if the run has not ended. */
export function secondsCell(seconds: number | undefined): string {
  return seconds === undefined ? "" : durationText(seconds * 1000);
}

/** The changed parameters as they would be set. */
function changedText({ changedParameters }: RunSummary): string {
  return Object.entries(changedParameters)
    .map(([name, value]) => `${printable(name)}=${settingText(value)}`)
    .join(" ");
}

/** The commit's first letters, with a + if the working tree had changes. */
export function commitCell({ gitCommit = "", gitDirty = false }: RunSummary): string {
  return `${printable(gitCommit.slice(0, 7))}${gitDirty ? "+" : ""}`;
}
