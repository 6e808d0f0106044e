import type { RunSummary } from "../history/index.js";
import { runHeadings } from "./compared-run.js";
import { shownNumber } from "./format-values.js";
import { indexOfBest } from "./metric-history.js";
import { breakable, type PageMarkup, pageMarkup } from "./page-markup.js";
import { metricNames } from "./runs-page.js";

/** All metrics of some runs, with their intervals; the best value of a metric that has a direction is emphasized. */
export function metricsSection(runs: readonly RunSummary[]): PageMarkup | undefined {
  const names = metricNames(runs);
  if (names.length === 0) return undefined;
  return pageMarkup`<section>
<h2>Metrics</h2>
<p class="muted small">With 95% confidence intervals where a run has them. The best value of a metric is bold if the workflow says what is better.</p>
<div class="panel scroll" tabindex="0" role="region" aria-label="Metrics">
<table class="by-run">
${runHeadings("Metric", runs)}
<tbody>${names.map((name) => metricRow(name, runs))}</tbody>
</table>
</div>
</section>`;
}

function metricRow(name: string, runs: readonly RunSummary[]): PageMarkup {
  const metrics = runs.map((run) => run.metrics[name]);
  const direction = metrics.find((metric) => metric?.direction !== undefined)?.direction;
  const best = indexOfBest(
    metrics.map((metric) => metric?.value),
    direction,
  );
  const bestValue = best === undefined ? undefined : metrics[best]?.value;
  return pageMarkup`<tr><th scope="row">${breakable(name)}${direction !== undefined && pageMarkup` <span class="muted" title="${direction === "maximize" ? "higher is better" : "lower is better"}">${direction === "maximize" ? "↑" : "↓"}</span>`}</th>${metrics.map(
    (metric) => {
      if (metric === undefined) return pageMarkup`<td>–</td>`;
      const text = shownNumber(metric.value);
      return pageMarkup`<td>${metric.value === bestValue ? pageMarkup`<strong>${text}</strong>` : text}${metric.interval !== undefined && pageMarkup`<span class="interval">${shownNumber(metric.interval.low)} to ${shownNumber(metric.interval.high)}</span>`}</td>`;
    },
  )}</tr>`;
}
