import { pluralize } from "@tiphys/argo-lint/text";
import type { RunSummary } from "../history/index.js";
import { metricHistory } from "./metric-history.js";
import { type PageMarkup, pageMarkup } from "./page-markup.js";
import { pageDocument } from "./page-shell.js";
import { runsFilter } from "./runs-filter.js";
import { workflowTable } from "./runs-table.js";

/** Further metrics are on the page of a comparison. */
const [maxColumns, maxCards] = [4, 8];

/** Fewer runs are seen at a glance. */
const minFiltered = 10;

/**
 * The page of all runs: for each workflow its metrics over time, and a table that can be sorted and filtered.
 * @param runs the newest first
 * @param writtenAt ISO 8601, in UTC
 * @param hasComparison whether there is a page `compare.html` beside it
 */
export function runsPage(runs: readonly RunSummary[], writtenAt: string, hasComparison: boolean): string {
  const workflows = [...new Set(runs.map(({ workflow }) => workflow))];
  return pageDocument(
    "Runs",
    pageMarkup`<header>
<h1>Runs</h1>
<p class="subtitle">${pluralize(runs.length, "run")} of ${pluralize(workflows.length, "workflow")}. Written ${writtenAt.slice(0, 16).replace("T", " ")} UTC; times are in UTC.</p>
${hasComparison && pageMarkup`<p class="screen"><a class="action" href="./compare.html">Comparison of runs</a></p>`}
${runs.length >= minFiltered && runsFilter()}
</header>
${runs.length === 0 && pageMarkup`<p class="empty">There is no run yet. <code>npm start</code> makes one.</p>`}
${workflows.map((workflow) =>
  workflowSection(
    workflow,
    runs.filter((run) => run.workflow === workflow),
  ),
)}`,
  );
}

function workflowSection(workflow: string, runs: readonly RunSummary[]): PageMarkup {
  const metrics = metricNames(runs);
  return pageMarkup`<section>
<h2>${workflow}</h2>
${metrics.length > 0 && metricHistory(runs, metrics.slice(0, maxCards))}
${workflowTable(runs, mainMetrics(runs, metrics).slice(0, maxColumns))}
</section>`;
}

/** The metrics that have a direction; all if none has. */
function mainMetrics(runs: readonly RunSummary[], names: readonly string[]): readonly string[] {
  const declared = names.filter((name) => runs.some((run) => run.metrics[name]?.direction !== undefined));
  return declared.length > 0 ? declared : names;
}

/** Names of all metrics, those with a direction first. */
export function metricNames(runs: readonly RunSummary[]): string[] {
  const metrics = runs.flatMap((run) => Object.entries(run.metrics));
  const declared = metrics.filter(([, { direction }]) => direction !== undefined);
  return [...new Set([...declared, ...metrics].map(([name]) => name))];
}
