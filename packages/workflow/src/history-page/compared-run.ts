import type { RunSummary } from "../history/index.js";
import { shownParameter, timeText } from "./format-values.js";
import { type LineStyle, lineStyle } from "./line-styles.js";
import { type PageMarkup, pageMarkup } from "./page-markup.js";
import { shortName } from "./run-columns.js";

/** A list of the compared runs: letter and line of the chart, parameters that differ, name, phase, note and tags. */
export function comparedRuns(runs: readonly RunSummary[]): PageMarkup {
  const names = [...new Set(runs.flatMap(({ parameters }) => Object.keys(parameters)))];
  const differing = names.filter(
    (name) => new Set(runs.map(({ parameters }) => shownParameter(parameters[name]))).size > 1,
  );
  return pageMarkup`<ul class="legend">${runs.map((run, i) => legendEntry(run, lineStyle(i), differing))}</ul>`;
}

function legendEntry(run: RunSummary, style: LineStyle, differing: readonly string[]): PageMarkup {
  const { note, tags, phase, parameters } = run;
  return pageMarkup`<li>
${letterMark(style)}
<svg class="swatch" viewBox="0 0 48 10" aria-hidden="true"><path class="curve ${style.className}" stroke-dasharray="${style.dash}" d="M0 5H48"/></svg>
<div>${differing.map((name) => pageMarkup`<code>${name}=${shownParameter(parameters[name])}</code> `)}
<p><a href="./${encodeURIComponent(run.name)}/">${timeText(run.startedAt)}</a> <span class="muted small">${shortName(run)}</span></p>
${phase !== "Succeeded" && pageMarkup`<span class="phase bad">${phase}</span> `}${tags.map((tag) => pageMarkup`<span class="tag">${tag}</span> `)}${note !== undefined && pageMarkup`<p class="small" dir="auto">${note}</p>`}</div>
</li>`;
}

/** A run's letter in its colour. */
export function letterMark({ letter, className }: LineStyle): PageMarkup {
  return pageMarkup`<span class="mark ${className}">${letter}</span>`;
}

/** The row of headings of a table that has a column for each run. */
export function runHeadings(first: string, runs: readonly RunSummary[]): PageMarkup {
  return pageMarkup`<thead><tr><th scope="col">${first}</th>${runs.map((_, i) => pageMarkup`<th scope="col">${letterMark(lineStyle(i))}</th>`)}</tr></thead>`;
}
