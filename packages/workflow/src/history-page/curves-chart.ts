import type { RunCurve } from "../definition/comparison.js";
import { type LineStyle, lineStyle } from "./line-styles.js";
import { type PageMarkup, pageMarkup } from "./page-markup.js";

const area = { left: 58, top: 12, size: 380 };
const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
const x = (value: number): number => round(area.left + value * area.size);
const y = (value: number): number => round(area.top + (1 - value) * area.size);

/** A curve of a run in the unit square, and the run's place among those that are compared. */
export interface DrawnCurve {
  readonly index: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Curves over each other, each with its letter, colour and dashes. */
export function curvesChart(labels: Omit<RunCurve, "of">, curves: readonly DrawnCurve[]): PageMarkup {
  const letters = curves.map(({ index }) => lineStyle(index).letter).join(", ");
  return pageMarkup`<svg class="chart" viewBox="0 0 450 446" role="img" aria-label="${labels.title} of ${letters}: ${labels.yLabel} against ${labels.xLabel}">
${ticks.map(
  (tick) => pageMarkup`<path class="grid" d="M${x(tick)} ${y(0)}V${y(1)}M${x(0)} ${y(tick)}H${x(1)}"/>
<text x="${x(tick)}" y="${y(0) + 18}" text-anchor="middle">${tick}</text>
<text x="${x(0) - 8}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>
`,
)}<path class="chance" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"/>
<text class="axis" x="${x(0.5)}" y="${y(0) + 42}" text-anchor="middle">${labels.xLabel}</text>
<text class="axis" x="14" y="${y(0.5)}" text-anchor="middle" transform="rotate(-90 14 ${y(0.5)})">${labels.yLabel}</text>
${curves.map((curve) => line(curve, lineStyle(curve.index)))}
${curves.map((curve, i) => letter(curve, lineStyle(curve.index), (i + 1) / (curves.length + 1)))}
</svg>`;
}

function line(curve: DrawnCurve, { className, dash }: LineStyle): PageMarkup {
  return pageMarkup`<path class="curve ${className}"${dash !== "" && pageMarkup` stroke-dasharray="${dash}"`} d="${path(curve)}"/>\n`;
}

/** The curve's letter on the line, where it crosses the second diagonal's parallel: letters stand beside each other. */
function letter(curve: DrawnCurve, { letter, className }: LineStyle, share: number): PageMarkup | undefined {
  const crossing = 0.25 + 0.9 * share;
  const at = curve.x.findIndex((value, i) => value + (curve.y[i] ?? 0) >= crossing);
  const [cx, cy] = [curve.x[at], curve.y[at]];
  if (cx === undefined || cy === undefined) return undefined;
  return pageMarkup`<circle class="letter-back ${className}" cx="${x(cx)}" cy="${y(cy)}" r="9"/><text class="letter" x="${x(cx)}" y="${y(cy) + 4}" text-anchor="middle">${letter}</text>\n`;
}

/** Points that are equal at the chart's resolution are drawn once. */
function path(curve: DrawnCurve): string {
  let found = "";
  let previous = "";
  for (const [i, value] of curve.x.entries()) {
    const point = `${x(value)} ${y(curve.y[i] ?? 0)}`;
    if (point !== previous) found += (found === "" ? "M" : "L") + point;
    previous = point;
  }
  return found;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
