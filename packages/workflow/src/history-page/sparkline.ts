import { type PageMarkup, pageMarkup } from "./page-markup.js";

const [width, height, margin] = [240, 56, 6];

/** Beyond this the line of the newest values is drawn. */
const maxPoints = 100;

/**
 * A small line of a metric over time, the newest value at the right with a filled dot, the best one in a ring.
 * @param values from the oldest to the newest, at least one
 * @param best index of the best value; undefined if the metric has no direction
 * @param label says in words what is drawn
 */
export function sparkline(values: readonly number[], best: number | undefined, label: string): PageMarkup {
  const skipped = Math.max(0, values.length - maxPoints);
  const shown = values.slice(skipped);
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  const x = (i: number): number => margin + place(i, 0, shown.length - 1) * (width - 2 * margin);
  const y = (value: number): number => height - margin - place(value, low, high) * (height - 2 * margin);
  const points = shown.map((value, i) => ({ x: round(x(i)), y: round(y(value)) }));
  const last = points.at(-1);
  const ring = best === undefined ? undefined : points[best - skipped];
  return pageMarkup`<svg class="sparkline" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
<polyline points="${points.map((point) => `${point.x},${point.y}`).join(" ")}"/>
${ring !== undefined && pageMarkup`<circle class="ring" cx="${ring.x}" cy="${ring.y}" r="5"/>`}
${last !== undefined && pageMarkup`<circle class="dot" cx="${last.x}" cy="${last.y}" r="3"/>`}
</svg>`;
}

/** Where a value is between two others, from 0 to 1; in the middle if these are equal. */
function place(value: number, low: number, high: number): number {
  return high > low ? (value - low) / (high - low) : 0.5;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
