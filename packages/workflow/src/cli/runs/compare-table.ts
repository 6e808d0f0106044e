import { printable } from "@tiphys/argo-lint/text";
import type { JsonValue } from "../../definition/json-value.js";
import type { RunSummary } from "../../history/run-summary.js";
import { fitTable } from "./fit-table.js";
import { commitCell, secondsCell } from "./list-table.js";
import { environmentText } from "./show-run.js";
import { localTime, metricWithInterval, settingText } from "./value-text.js";

/** A property of the compared runs: its text for each run, empty if a run has none. */
export interface ComparedRow {
  readonly name: string;
  readonly texts: readonly string[];
  readonly isDifferent: boolean;
}

export interface ComparedSection {
  readonly title: string;
  readonly rows: readonly ComparedRow[];
}

/** The properties of runs side by side, by section. */
export function compareSummaries(runs: readonly RunSummary[]): ComparedSection[] {
  const rowsOf = <T>(
    values: (run: RunSummary) => Readonly<Record<string, T>>,
    text: (value: T) => string,
  ): ComparedRow[] => {
    const names = new Set(runs.flatMap((run) => Object.keys(values(run))));
    return [...names].map((name) => {
      const found = runs.map((run) => (Object.hasOwn(values(run), name) ? values(run)[name] : undefined));
      const texts = found.map((value) => (value === undefined ? "" : text(value)));
      return { name, texts, isDifferent: new Set(found.map((value) => JSON.stringify(value))).size > 1 };
    });
  };
  const rowOf = (name: string, text: (run: RunSummary) => string): ComparedRow => row(name, runs.map(text));
  return [
    {
      title: "Run",
      rows: [
        rowOf("workflow", ({ workflow }) => printable(workflow)),
        rowOf("phase", ({ phase }) => phase),
        { ...rowOf("when", ({ startedAt }) => localTime(startedAt)), isDifferent: false },
        { ...rowOf("duration", ({ durationSeconds }) => secondsCell(durationSeconds)), isDifferent: false },
        { ...rowOf("tags", ({ tags }) => printable(tags.join(" "))), isDifferent: false },
        { ...rowOf("note", ({ note = "" }) => printable(note)), isDifferent: false },
      ],
    },
    { title: "Parameters", rows: rowsOf<JsonValue>(({ parameters }) => parameters, settingText) },
    { title: "Metrics", rows: rowsOf(({ metrics }) => metrics, metricWithInterval) },
    {
      title: "Code and data",
      rows: [
        rowOf("commit", commitCell),
        rowOf("program", ({ code }) => digestText(code.sha256)),
        ...rowsOf(digestsOfInputs, (digests) => digests.map(digestText).join(" ")),
        rowOf("environment", environmentText),
      ],
    },
  ];
}

function row(name: string, texts: readonly string[]): ComparedRow {
  return { name, texts, isDifferent: new Set(texts).size > 1 };
}

function digestsOfInputs({ inputs }: RunSummary): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, files]) => [name, files.map(({ sha256 }) => sha256)]),
  );
}

/** Enough of a digest to tell two apart. */
function digestText(sha256: string | undefined): string {
  return printable(sha256?.slice(0, 12) ?? "");
}

/** The sections as one table; a row whose values differ begins with ≠. */
export function comparisonTable(runs: readonly RunSummary[], width: number | undefined): string[] {
  const lines = compareSummaries(runs).flatMap(({ title, rows }) => {
    const shown = rows.filter(({ texts }) => texts.some((text) => text !== ""));
    return shown.length === 0
      ? []
      : [{ mark: "", name: title, texts: runs.map(() => "") }, ...shown.map(lineOf)];
  });
  const marks = lines.map(({ mark }) => mark);
  return fitTable(
    [
      { heading: " ", cells: marks },
      { heading: "", cells: lines.map(({ name }) => name) },
      ...runs.map(({ name }, i) => ({
        heading: shortName(printable(name), runs),
        cells: lines.map(({ texts }) => texts[i] ?? ""),
        minWidth: 12,
      })),
    ],
    width,
  );
}

function lineOf({ name, texts, isDifferent }: ComparedRow): {
  mark: string;
  name: string;
  texts: readonly string[];
} {
  return { mark: isDifferent ? "≠" : "", name: `  ${printable(name)}`, texts };
}

/** The name without the workflow's, if all runs are of one workflow. */
function shortName(name: string, runs: readonly RunSummary[]): string {
  const [first] = runs;
  const prefix = `${first?.workflow}-`;
  return runs.every((run) => run.name.startsWith(prefix)) ? name.slice(prefix.length) : name;
}
