import type { RunSummary } from "../history/index.js";
import { shownDuration, shownNumber, shownParameter, timeText } from "./format-values.js";
import { indexOfBest } from "./metric-history.js";
import { type PageContent, pageMarkup } from "./page-markup.js";

/** A column of the table of runs. */
export interface RunColumn {
  readonly name: string;
  readonly kind: "number" | "text";
  /** The order of the first press of the heading. */
  readonly first: "ascending" | "descending";
  readonly className?: string;
  /** Undefined: the run has none. */
  cell(run: RunSummary): { readonly sort: string | number; readonly content: PageContent } | undefined;
}

/** @param metrics names of the metrics that have a column */
export function runColumns(runs: readonly RunSummary[], metrics: readonly string[]): RunColumn[] {
  return [
    startedColumn,
    phaseColumn,
    ...metrics.map((name) => metricColumn(runs, name)),
    parametersColumn,
    durationColumn,
    commitColumn,
    noteColumn,
  ];
}

const startedColumn: RunColumn = {
  name: "Run",
  kind: "text",
  first: "descending",
  className: "run",
  cell: (run) => ({
    sort: `${run.startedAt} ${run.name}`,
    content: pageMarkup`<a href="./${encodeURIComponent(run.name)}/">${timeText(run.startedAt)}</a> <span class="muted small">${shortName(run)}</span>`,
  }),
};

/** What distinguishes a run's name from those of its workflow's other runs. */
export function shortName({ name, workflow }: RunSummary): string {
  return name.startsWith(`${workflow}-`) ? name.slice(workflow.length + 1) : name;
}

const phaseColumn: RunColumn = {
  name: "Phase",
  kind: "text",
  first: "ascending",
  cell: ({ phase, message }) => ({
    sort: phase,
    content: pageMarkup`<span class="phase ${phase === "Succeeded" ? "good" : phase === "Running" ? "busy" : "bad"}">${phase}</span>${message !== undefined && pageMarkup` <span class="muted small message">${message}</span>`}`,
  }),
};

function metricColumn(runs: readonly RunSummary[], name: string): RunColumn {
  const metrics = runs.map((run) => run.metrics[name]);
  const direction = metrics.find((metric) => metric?.direction !== undefined)?.direction;
  const values = metrics.map((metric) => metric?.value);
  const best = indexOfBest(values, direction);
  const bestValue = best === undefined ? undefined : values[best];
  return {
    name,
    kind: "number",
    first: direction === "minimize" ? "ascending" : "descending",
    className: "number",
    cell({ metrics: { [name]: metric } }) {
      if (metric === undefined) return undefined;
      const isBest = metric.value === bestValue;
      const text = shownNumber(metric.value);
      return { sort: metric.value, content: isBest ? pageMarkup`<strong>${text}</strong>` : text };
    },
  };
}

const parametersColumn: RunColumn = {
  name: "Changed parameters",
  kind: "text",
  first: "ascending",
  cell({ changedParameters }) {
    const changed = Object.entries(changedParameters);
    if (changed.length === 0) return undefined;
    return {
      sort: changed.map(([name, value]) => `${name}=${shownParameter(value)}`).join(" "),
      content: changed.map(([name, value]) => pageMarkup`<code>${name}=${shownParameter(value)}</code> `),
    };
  },
};

const durationColumn: RunColumn = {
  name: "Duration",
  kind: "number",
  first: "descending",
  className: "number",
  cell: ({ durationSeconds: seconds }) =>
    seconds === undefined ? undefined : { sort: seconds, content: shownDuration(seconds) },
};

const commitColumn: RunColumn = {
  name: "Commit",
  kind: "text",
  first: "ascending",
  className: "commit",
  cell({ gitCommit, gitDirty }) {
    if (gitCommit === undefined) return undefined;
    const content = pageMarkup`<code>${gitCommit.slice(0, 8)}</code>${gitDirty === true && pageMarkup` <span class="muted small">+ changes</span>`}`;
    return { sort: gitCommit, content };
  },
};

const noteColumn: RunColumn = {
  name: "Note and tags",
  kind: "text",
  first: "ascending",
  className: "words note",
  cell({ note, tags }) {
    if (note === undefined && tags.length === 0) return undefined;
    return {
      sort: [note, ...tags].join(" "),
      content: pageMarkup`${tags.map((tag) => pageMarkup`<span class="tag">${tag}</span> `)}${note !== undefined && pageMarkup`<span dir="auto">${note}</span>`}`,
    };
  },
};
