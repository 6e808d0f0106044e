import { formatShortNumber } from "../format.js";
import type { Tick } from "./axis.js";

/** Ticks for an axis of shares. */
export const percentTicks: readonly Tick[] = [
  { value: 0, label: "0%" },
  { value: 0.2, label: "20%" },
  { value: 0.4, label: "40%" },
  { value: 0.6, label: "60%" },
  { value: 0.8, label: "80%" },
  { value: 1, label: "100%" },
];

/** Two to four round whole numbers from 0 up to at least `largest`. */
export function countTicks(largest: number): number[] {
  const step = roundStep(Math.max(1, largest) / 3);
  const steps = Math.max(1, Math.ceil(largest / step));
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}

/**
 * Round numbers within a range, with short labels.
 * @param most how many at most, ≥ 2
 */
export function valueTicks([from, to]: readonly [number, number], most: number): Tick[] {
  const wanted = (to - from) / most;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= wanted) ?? 10) * power;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const value = (first + i) * step;
    return { value, label: formatShortNumber(Math.abs(value) < step / 2 ? 0 : value) };
  });
}

/** At most five round ratios around 1 that enclose a range: legible in a narrow plot. */
export function ratioTicks(low: number, high: number): number[] {
  const from = Math.min(low, 0.95);
  const to = Math.max(high, 1.05);
  const ratios = ratioSeries.find((series) => series[0] <= from && series[4] >= to) ?? widestRatios;
  return ratios.filter((_, index) => (ratios[index + 1] ?? to) > from && (ratios[index - 1] ?? from) < to);
}

const widestRatios = [0.01, 0.1, 1, 10, 100] as const;

/** From the finest to the coarsest, each roughly symmetric around 1. */
const ratioSeries = [
  [0.8, 0.9, 1, 1.1, 1.25],
  [0.5, 0.7, 1, 1.4, 2],
  [0.25, 0.5, 1, 2, 4],
  [0.1, 0.3, 1, 3, 10],
  widestRatios,
] as const;

/** The smallest of 1, 2, 5, 10, 20, 50, … that is ≥ `min`. */
function roundStep(min: number): number {
  const power = 10 ** Math.floor(Math.log10(min));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= min) ?? 10;
  return Math.max(1, factor * power);
}
