import type { Interval } from "../../metrics/interval.js";
import { drawableInterval } from "../estimate.js";
import { type Html, markup } from "../html.js";
import { linearScale } from "./axis.js";
import { ratioTicks, valueTicks } from "./ticks.js";

/** What a row draws. */
export interface ForestEstimate {
  /** A ratio around 1 on a logarithmic scale, or a number around 0 on a linear one. */
  readonly ratio: number;
  readonly interval?: Interval | undefined;
}

/** The scale that all rows of a forest plot share. */
export interface ForestScale {
  readonly ticks: readonly number[];
  /** Their texts, where they are not the numbers. */
  readonly labels?: readonly string[];
  /** The number that means no effect. */
  readonly neutral: number;
  /** A ratio's position across the cell, in percent; below 0 or above 100 if it is off the scale. */
  readonly percent: (ratio: number) => number;
}

/** A logarithmic scale that covers all ratios and intervals, at most from 0.01 to 100. */
export function forestScale(oddsRatios: readonly ForestEstimate[]): ForestScale {
  const values = oddsRatios
    .flatMap(({ ratio, interval }) => [ratio, interval?.lower ?? ratio, interval?.upper ?? ratio])
    .filter((value) => !Number.isNaN(value));
  const ticks = ratioTicks(Math.min(...values), Math.max(...values));
  const scale = linearScale([Math.log(ticks[0] ?? 0.5), Math.log(ticks.at(-1) ?? 2)], [4, 96]);
  return { ticks, neutral: 1, percent: (ratio) => scale(Math.log(ratio)) };
}

/** A linear scale that covers 0, all estimates and intervals. */
export function linearForestScale(estimates: readonly ForestEstimate[]): ForestScale {
  const values = estimates.flatMap(({ ratio, interval }) => {
    const drawn = drawableInterval(interval);
    return drawn === undefined ? [ratio] : [ratio, drawn.lower, drawn.upper];
  });
  const finite = [0, ...values.filter(Number.isFinite)];
  const [min, max] = [Math.min(...finite), Math.max(...finite)];
  // What is too narrow or too wide to be divided has the default range; an estimate outside of it is drawn as an arrow.
  const range = max - min > 1e-290 && max - min < 1e290 ? ([min, max] as const) : ([-1, 1] as const);
  const ticks = valueTicks(range, 4);
  const scale = linearScale(range, [4, 96]);
  return {
    ticks: ticks.map(({ value }) => value),
    labels: ticks.map(({ label }) => label),
    neutral: 0,
    percent: (value) => scale(value),
  };
}

/**
 * Draws one estimate and its interval. Horizontal coordinates are percentages, so that the drawing fills its cell at any
 * width while its marks keep their size. The row's other cells have the numbers.
 */
export function forestRow({ ratio, interval }: ForestEstimate, scale: ForestScale): Html {
  const at = scale.percent(ratio);
  return markup`<svg class="forest" aria-hidden="true">${gridLines(scale)}${
    interval !== undefined &&
    markup`<line class="whisker" x1="${inCell(scale.percent(interval.lower))}%" x2="${inCell(scale.percent(interval.upper))}%" y1="50%" y2="50%"/>`
  }${!Number.isNaN(at) && mark(at)}</svg>`;
}

/** The labels below the rows. */
export function forestAxis(scale: ForestScale): Html {
  const labels = scale.ticks.map(
    (tick, i) =>
      markup`<text class="tick" x="${inCell(scale.percent(tick))}%" y="16" text-anchor="middle">${scale.labels?.[i] ?? tick}</text>`,
  );
  return markup`<svg class="forest-axis" aria-hidden="true">${labels}</svg>`;
}

function gridLines(scale: ForestScale): Html[] {
  return scale.ticks.map((tick) => {
    const at = inCell(scale.percent(tick));
    return markup`<line class="${tick === scale.neutral ? "reference" : "grid"}" x1="${at}%" x2="${at}%" y1="0" y2="100%"/>`;
  });
}

/** A dot, or an arrow at the edge for an estimate that is off the scale. */
function mark(at: number): Html {
  if (at > 100) return arrow(100, "M-8 -5 0 0 -8 5z");
  if (at < 0) return arrow(0, "M8 -5 0 0 8 5z");
  return markup`<circle class="point" cx="${inCell(at)}%" cy="50%" r="5"/>`;
}

function arrow(at: number, path: string): Html {
  return markup`<svg class="arrow" x="${at}%" y="50%"><path class="point" d="${path}"/></svg>`;
}

function inCell(percent: number): number {
  return Number(Math.min(100, Math.max(0, percent)).toFixed(2));
}
