import { printable } from "@tiphys/argo-lint/text";
import type { RunSummary } from "../../history/run-summary.js";
import { phaseSymbols } from "../progress/tree.js";
import { shortPath } from "../project/project-root.js";
import { fitTable } from "./fit-table.js";
import { commitCell, secondsCell } from "./list-table.js";
import { phaseText } from "./phase-text.js";
import { localTime, metricWithInterval, settingText } from "./value-text.js";

/** All that a run's summary says, as lines of a terminal. */
export function describeSummary(run: RunSummary): string[] {
  const duration = secondsCell(run.durationSeconds);
  return [
    printable(run.name),
    ...aligned([
      ["workflow", printable(run.workflow)],
      ["phase", printable(phaseText(run))],
      ["when", localTime(run.startedAt) + (duration === "" ? "" : `, took ${duration}`)],
      ["directory", printable(shortPath(run.directory))],
      ["commit", commitCell(run) + (run.gitDirty ? " with uncommitted changes" : "")],
      ["environment", environmentText(run)],
      ["tags", printable(run.tags.join(" "))],
      ["note", printable(run.note ?? "")],
    ]),
    ...section(
      "Parameters",
      Object.entries(run.parameters).map(([name, value]) => [
        name,
        settingText(value) + (Object.hasOwn(run.changedParameters, name) ? "  changed" : ""),
      ]),
    ),
    ...section(
      "Metrics",
      Object.entries(run.metrics).map(([name, metric]) => [name, metricWithInterval(metric)]),
    ),
    ...section(
      "Inputs",
      Object.entries(run.inputs).flatMap(([name, files]) =>
        files.map(({ path, sha256 }): [string, string] => [name, `${shortPath(path)}  sha256 ${sha256}`]),
      ),
    ),
    ...section(
      "Tasks",
      run.tasks.map(({ id, phase, durationSeconds }) => [
        `${phaseSymbols[phase]} ${id}`,
        secondsCell(durationSeconds),
      ]),
    ),
  ];
}

/** Where the steps ran. */
export function environmentText({ code: { node, platform, image } }: RunSummary): string {
  return printable([`node ${node}`, platform, image].filter((text) => text !== undefined).join(", "));
}

function section(title: string, rows: readonly (readonly [string, string])[]): string[] {
  return rows.length === 0 ? [] : ["", title, ...aligned(rows)];
}

/** Names and values in two columns, without those that have no value. */
function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const shown = rows.filter(([, value]) => value !== "");
  const [, ...lines] = fitTable([
    { heading: "", cells: shown.map(([name]) => `  ${printable(name)}`) },
    { heading: "", cells: shown.map(([, value]) => printable(value)) },
  ]);
  return lines;
}
