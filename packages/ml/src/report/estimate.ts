import type { Interval } from "../metrics/interval.js";

/** A figure and its 95 % confidence interval. NaN means undefined, and is shown as a dash. */
export interface Estimate {
  readonly value: number;
  readonly interval?: Interval | undefined;
}

/** The interval, unless a bound is not a number. */
export function drawableInterval(interval: Interval | undefined): Interval | undefined {
  return interval !== undefined && Number.isFinite(interval.lower + interval.upper) ? interval : undefined;
}
