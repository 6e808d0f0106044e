import { type Html, markup } from "../html.js";
import { coordinate } from "./image.js";

/** The rectangle in which the data are drawn, between the axes. */
export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Tick {
  readonly value: number;
  readonly label: string;
}

export type Scale = (value: number) => number;

/** Maps `domain` linearly onto `range`. */
export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [from, to] = domain;
  const [start, end] = range;
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

/** A bottom axis: vertical grid lines, with labels and the axis' title below. */
export function horizontalAxis(area: PlotArea, scale: Scale, ticks: readonly Tick[], title: string): Html {
  const bottom = area.top + area.height;
  const middle = area.left + area.width / 2;
  const labels = ticks.map(
    ({ value, label }) =>
      markup`<text class="tick" x="${coordinate(scale(value))}" y="${bottom + 18}" text-anchor="middle">${label}</text>`,
  );
  return markup`<g>${verticalGridLines(area, scale, ticks)}${labels}<text class="axis-title" x="${middle}" y="${bottom + 42}" text-anchor="middle">${title}</text></g>`;
}

/** The grid lines of a horizontal axis without labels, for a plot that shares the axis of the plot below it. */
export function verticalGridLines(area: PlotArea, scale: Scale, ticks: readonly Tick[]): Html[] {
  return ticks.map(({ value }) => {
    const x = coordinate(scale(value));
    return markup`<line class="grid" x1="${x}" x2="${x}" y1="${area.top}" y2="${area.top + area.height}"/>`;
  });
}

/** A left axis: horizontal grid lines, with labels and the axis' title beside them. */
export function verticalAxis(area: PlotArea, scale: Scale, ticks: readonly Tick[], title: string): Html {
  const right = area.left + area.width;
  const middle = area.top + area.height / 2;
  const lines = ticks.map(({ value, label }) => {
    const y = coordinate(scale(value));
    return markup`<line class="grid" x1="${area.left}" x2="${right}" y1="${y}" y2="${y}"/><text class="tick" x="${area.left - 8}" y="${y}" text-anchor="end" dominant-baseline="central">${label}</text>`;
  });
  return markup`<g>${lines}<text class="axis-title" x="14" y="${middle}" text-anchor="middle" transform="rotate(-90 14 ${middle})">${title}</text></g>`;
}
