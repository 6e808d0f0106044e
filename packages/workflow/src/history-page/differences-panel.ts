import type { PairComparison } from "../comparison/compare-runs.js";
import type { Difference } from "../definition/comparison.js";
import { letterMark } from "./compared-run.js";
import { differenceText, pValueText } from "./format-values.js";
import { lineStyle } from "./line-styles.js";
import { type PageMarkup, pageMarkup } from "./page-markup.js";

/** Below this a difference is called more than chance, as is usual. */
const significance = 0.05;

/**
 * What the project's comparison says of each run against the first one.
 * @param pairs of the second run, the third, …
 */
export function differencesPanel(pairs: readonly PairComparison[]): PageMarkup {
  const tests = pairs
    .flatMap((pair) => ("reason" in pair ? [] : pair.differences))
    .filter(({ pValue }) => pValue !== undefined).length;
  return pageMarkup`<div class="panel differences">
<h3>${tests > 0 ? "Is the difference more than chance?" : "Differences"}</h3>
${pairs.map((pair, i) => pairResult(pair, i + 1))}
${tests > 1 && pageMarkup`<p class="muted small">Of twenty such tests, one has p &lt; ${significance} where there is no difference at all.</p>`}
</div>`;
}

function pairResult(pair: PairComparison, index: number): PageMarkup {
  const heading = pageMarkup`${letterMark(lineStyle(index))} <span class="muted">against</span> ${letterMark(lineStyle(0))}`;
  if ("reason" in pair) {
    return pageMarkup`<div class="pair"><p>${heading}</p><p>Not compared: ${pair.reason}.</p></div>`;
  }
  return pageMarkup`<div class="pair">${pair.differences.map((difference) => result(difference, heading))}</div>`;
}

function result(difference: Difference, heading: PageMarkup): PageMarkup {
  const { name, interval, pValue, test } = difference;
  return pageMarkup`<p>${heading}</p>
<p class="figure">${name} ${differenceText(difference.difference)}</p>
<p>${interval !== undefined && pageMarkup`<span class="nowrap">${Math.round(interval.confidence * 100)}% CI</span> <span class="nowrap">${differenceText(interval.lower)} to ${differenceText(interval.upper)}</span>`}${pValue !== undefined && pageMarkup`, <span class="nowrap">${pValueText(pValue)}</span>`}</p>
<p>${pValue !== undefined && pageMarkup`<strong>${verdict(difference.difference, pValue)}</strong> `}<span class="muted">${test}.</span></p>`;
}

/** In one sentence. */
function verdict(difference: number, pValue: number): string {
  if (difference === 0 && pValue === 1) return "There is no difference.";
  return pValue < significance ? "It is hardly chance alone." : "It may be chance alone.";
}
