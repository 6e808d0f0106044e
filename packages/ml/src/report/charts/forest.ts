import { type Html, markup } from "../html.js";
import type { OddsRatio } from "../odds-ratio.js";
import { linearScale } from "./axis.js";
import { ratioTicks } from "./ticks.js";

/** The scale that all rows of a forest plot share. */
export interface ForestScale {
  readonly ticks: readonly number[];
  /** A ratio's position across the cell, in percent; below 0 or above 100 if it is off the scale. */
  readonly percent: (ratio: number) => number;
}

/** A logarithmic scale that covers all ratios and intervals, at most from 0.01 to 100. */
export function forestScale(oddsRatios: readonly OddsRatio[]): ForestScale {
  const values = oddsRatios
    .flatMap(({ ratio, interval }) => [ratio, interval?.lower ?? ratio, interval?.upper ?? ratio])
    .filter((value) => !Number.isNaN(value));
  const ticks = ratioTicks(Math.min(...values), Math.max(...values));
  const scale = linearScale([Math.log(ticks[0] ?? 0.5), Math.log(ticks.at(-1) ?? 2)], [4, 96]);
  return { ticks, percent: (ratio) => scale(Math.log(ratio)) };
}

/**
 * Draws one estimate and its interval. Horizontal coordinates are percentages, so that the drawing fills its cell at any
 * width while its marks keep their size. The row's other cells have the numbers.
 */
export function forestRow({ ratio, interval }: OddsRatio, scale: ForestScale): Html {
  const at = scale.percent(ratio);
  return markup`<svg class="forest" aria-hidden="true">${gridLines(scale)}${
    interval !== undefined &&
    markup`<line class="whisker" x1="${inCell(scale.percent(interval.lower))}%" x2="${inCell(scale.percent(interval.upper))}%" y1="50%" y2="50%"/>`
  }${!Number.isNaN(at) && mark(at)}</svg>`;
}

/** The labels below the rows. */
export function forestAxis(scale: ForestScale): Html {
  const labels = scale.ticks.map(
    (tick) =>
      markup`<text class="tick" x="${inCell(scale.percent(tick))}%" y="16" text-anchor="middle">${tick}</text>`,
  );
  return markup`<svg class="forest-axis" aria-hidden="true">${labels}</svg>`;
}

function gridLines(scale: ForestScale): Html[] {
  return scale.ticks.map((tick) => {
    const at = inCell(scale.percent(tick));
    return markup`<line class="${tick === 1 ? "reference" : "grid"}" x1="${at}%" x2="${at}%" y1="0" y2="100%"/>`;
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
