import { pluralize } from "@tiphys/argo-lint/text";
import type { RunsComparison } from "../comparison/compare-runs.js";
import type { RunCurve } from "../definition/comparison.js";
import type { RunSummary } from "../history/index.js";
import { comparedRuns } from "./compared-run.js";
import { curvesChart } from "./curves-chart.js";
import { differencesPanel } from "./differences-panel.js";
import { metricsSection } from "./metrics-section.js";
import { comparedOrigins, comparedParameters } from "./origins-section.js";
import { type PageMarkup, pageMarkup } from "./page-markup.js";
import { pageDocument } from "./page-shell.js";

/** What the project's comparison found. */
export interface ShownComparison extends RunsComparison {
  /** Texts of the chart; undefined if the comparison has none. */
  readonly labels?: Omit<RunCurve, "of">;
}

/**
 * The page of some runs side by side: curves, differences, metrics, parameters, code and data.
 * @param runs at most `maxComparedRuns`; the others are compared with the first
 * @param compared undefined if the project has no comparison
 */
export function comparePage(
  runs: readonly RunSummary[],
  compared: ShownComparison | undefined,
  writtenAt: string,
): string {
  const workflows = [...new Set(runs.map(({ workflow }) => workflow))];
  return pageDocument(
    "Comparison of runs",
    pageMarkup`<header>
<p class="screen"><a class="action" href="./index.html">All runs</a></p>
<h1>Comparison of ${pluralize(runs.length, "run")}</h1>
<p class="subtitle">${workflows.join(", ")}. Written ${writtenAt.slice(0, 16).replace("T", " ")} UTC; times are in UTC.</p>
</header>
${comparedRuns(runs)}
${compared !== undefined && comparison(runs, compared)}
${metricsSection(runs)}
${comparedParameters(runs)}
${comparedOrigins(runs)}`,
  );
}

function comparison(
  runs: readonly RunSummary[],
  { pairs, curves, labels }: ShownComparison,
): PageMarkup | undefined {
  const drawn = curves.flatMap((curve) => {
    const index = runs.findIndex(({ name }) => name === curve.run);
    return index < 0 ? [] : [{ ...curve, index }];
  });
  const hasChart = labels !== undefined && drawn.length > 0;
  if (!hasChart && pairs.length === 0) return undefined;
  return pageMarkup`<section>
<h2>${labels?.title ?? "Differences"}</h2>
<div class="figures">
${hasChart && pageMarkup`<div class="panel">${curvesChart(labels, drawn)}</div>`}
${pairs.length > 0 && differencesPanel(pairs)}
</div>
</section>`;
}
