import type {
  CategorySummary,
  ColumnSummaries,
  ColumnSummary,
  Evaluation,
  RowCounts,
} from "../evaluation.js";
import { formatCount, formatPercent, formatStatistic, undefinedFigure } from "../format.js";
import { type Html, markup } from "../html.js";
import { capitalised, inQuotes } from "../wording.js";

/** Numbers of rows and of positive rows, and summaries of the columns. */
export function dataSection({ data, positiveLabel, unit }: Evaluation): Html {
  return markup`<section>
<h2>The data</h2>
<div class="panel">
<table class="numbers">
<caption>Rows by set</caption>
<thead><tr><th scope="col">Set</th><th scope="col">${capitalised(unit.plural)}</th><th scope="col">${inQuotes(positiveLabel)}</th><th scope="col">Share</th></tr></thead>
<tbody>
${setRow("Training", data.train)}
${setRow("Test", data.test)}
</tbody>
</table>
</div>
${columnTables(data)}
</section>`;
}

/** What the columns hold: a table of those of numbers, and one of those of categories. */
export function columnTables(data: ColumnSummaries): Html {
  return markup`${data.columns.length > 0 && columnsTable(data)}${categoriesTable(data)}`;
}

function setRow(name: string, { rows, positives }: RowCounts): Html {
  return markup`<tr><th scope="row">${name}</th><td>${formatCount(rows)}</td><td>${formatCount(positives)}</td><td>${formatPercent(positives / rows)}</td></tr>`;
}

function columnsTable({ columns, columnsOf }: ColumnSummaries): Html {
  const showsZeros = columns.some(({ zeros }) => zeros !== undefined);
  return markup`<div class="panel">
<table class="numbers columns">
<caption>Columns${columnsOf !== undefined && ` of ${columnsOf}`}</caption>
<thead><tr><th scope="col">Column</th><th scope="col">Mean</th><th scope="col">Std</th><th scope="col">Min</th><th scope="col">Max</th><th scope="col">Missing</th>${showsZeros && markup`<th scope="col">Zeros</th>`}</tr></thead>
<tbody>
${columns.map((column) => columnRow(column, showsZeros))}</tbody>
</table>
</div>`;
}

function columnRow({ name, mean, std, min, max, missing, zeros }: ColumnSummary, showsZeros: boolean): Html {
  const cells = [mean, std, min, max].map((value) => markup`<td>${formatStatistic(value)}</td>`);
  return markup`<tr><th scope="row">${name}</th>${cells}<td>${formatCount(missing)}</td>${
    showsZeros && markup`<td>${zeros === undefined ? undefinedFigure : formatCount(zeros)}</td>`
  }</tr>\n`;
}

function categoriesTable({ categories = [], columnsOf }: ColumnSummaries): Html | undefined {
  if (categories.length === 0) return undefined;
  return markup`<div class="panel">
<table class="numbers categories">
<caption>Columns of categories${columnsOf !== undefined && ` of ${columnsOf}`}</caption>
<thead><tr><th scope="col">Column</th><th scope="col">Categories</th><th scope="col" class="reason">Most frequent</th><th scope="col">Its rows</th><th scope="col">Missing</th></tr></thead>
<tbody>
${categories.map(categoryRow)}</tbody>
</table>
</div>`;
}

function categoryRow({ name, categories, mostFrequent, missing, rows }: CategorySummary): Html {
  return markup`<tr><th scope="row">${name}</th><td>${formatCount(categories)}</td><td class="reason">${mostFrequent?.category ?? undefinedFigure}</td><td>${mostFrequent === undefined ? undefinedFigure : countAndShare(mostFrequent.rows, rows)}</td><td>${missing === 0 ? "0" : countAndShare(missing, rows)}</td></tr>\n`;
}

/** "48 (12.0%)" */
function countAndShare(count: number, rows: number): string {
  return `${formatCount(count)} (${formatPercent(count / rows)})`;
}
