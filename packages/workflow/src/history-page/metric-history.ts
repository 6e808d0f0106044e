import type { RunSummary } from "../history/index.js";
import { shownNumber } from "./format-values.js";
import { breakable, type PageMarkup, pageMarkup } from "./page-markup.js";
import { sparkline } from "./sparkline.js";

/** The best of a list by a metric's direction; undefined without a direction or without values. */
export function indexOfBest(
  values: readonly (number | undefined)[],
  direction: "maximize" | "minimize" | undefined,
): number | undefined {
  if (direction === undefined) return undefined;
  let best: number | undefined;
  values.forEach((value, i) => {
    if (value === undefined || !Number.isFinite(value)) return;
    const held = best === undefined ? undefined : values[best];
    if (held === undefined || (direction === "maximize" ? value > held : value < held)) best = i;
  });
  return best;
}

/**
 * A card for each metric: its newest value, its best one, and all of them over time.
 * @param runs of one workflow, the newest first
 */
export function metricHistory(runs: readonly RunSummary[], names: readonly string[]): PageMarkup {
  return pageMarkup`<ul class="cards">${names.map((name) => metricCard(runs, name))}</ul>`;
}

function metricCard(runs: readonly RunSummary[], name: string): PageMarkup | undefined {
  const measured = runs
    .flatMap((run) => {
      const metric = run.metrics[name];
      return metric === undefined || !Number.isFinite(metric.value) ? [] : [metric];
    })
    .reverse();
  const newest = measured.at(-1);
  if (newest === undefined) return undefined;
  const { direction } = newest;
  const values = measured.map(({ value }) => value);
  const best = indexOfBest(values, direction);
  const bestValue = best === undefined ? undefined : values[best];
  const bestText = bestValue === undefined ? "" : `, best ${shownNumber(bestValue)}`;
  const label = `${name} of ${values.length} runs over time: newest ${shownNumber(newest.value)}${bestText}`;
  return pageMarkup`<li class="card">
<h3>${breakable(name)}</h3>
<p class="figure">${shownNumber(newest.value)}</p>
<p class="muted small">newest${bestValue !== undefined && pageMarkup` · ${direction === "maximize" ? "highest" : "lowest"} ${shownNumber(bestValue)}`}</p>
${sparkline(values, best, label)}
</li>`;
}
