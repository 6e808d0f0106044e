import { pluralize } from "@tiphys/argo-lint/text";
import type { RunSummary } from "../history/index.js";
import { type PageMarkup, pageMarkup } from "./page-markup.js";
import { type RunColumn, runColumns } from "./run-columns.js";

/**
 * The runs of one workflow, one in each row; the newest first. A heading sorts them.
 * @param metrics names of the metrics that have a column
 */
export function workflowTable(runs: readonly RunSummary[], metrics: readonly string[]): PageMarkup {
  const columns = runColumns(runs, metrics);
  return pageMarkup`<div class="panel scroll" tabindex="0" role="region" aria-label="Table of runs">
<table class="sortable">
<caption>${pluralize(runs.length, "run")}, the newest first. <span class="screen">Press a heading to sort by it.</span></caption>
<thead><tr>${columns.map(heading)}</tr></thead>
<tbody>
${runs.map((run) => pageMarkup`<tr>${columns.map((column, i) => cellOf(column, run, i === 0))}</tr>\n`)}</tbody>
</table>
</div>`;
}

function heading({ name, kind, first, className }: RunColumn, index: number): PageMarkup {
  return pageMarkup`<th scope="col" data-kind="${kind}" data-first="${first}"${index === 0 && pageMarkup` aria-sort="descending"`}${className !== undefined && pageMarkup` class="${className}"`}><button type="button">${name}</button></th>`;
}

function cellOf(column: RunColumn, run: RunSummary, isHeading: boolean): PageMarkup {
  const cell = column.cell(run);
  const attributes = pageMarkup`data-label="${column.name}"${cell !== undefined && pageMarkup` data-sort="${cell.sort}"`} class="${column.className ?? "words"}${cell === undefined && " none"}"`;
  const content = cell?.content ?? "–";
  return isHeading
    ? pageMarkup`<th scope="row" ${attributes}>${content}</th>`
    : pageMarkup`<td ${attributes}>${content}</td>`;
}
