import { sortNumbers } from "./metrics/sort-numbers.js";
import { quantile } from "./quantile.js";

/** Share of the numbers at each end that a picture may leave out. */
const tail = 0.001;

/** How many times the width of the others the ends may have before they are left out. */
const stretch = 2;

/**
 * The range of numbers that a picture shows: all, unless a thousandth of them at an end would squeeze the others into less than half
 * of it, as heavy tails do; then up to that thousandth.
 * @param columns finite numbers, of which there is at least one
 * @returns two different numbers; around a constant, a range of 1, or of a fiftieth of it
 */
export function typicalRange(...columns: readonly ArrayLike<number>[]): readonly [number, number] {
  const all = new Float64Array(columns.reduce((n, column) => n + column.length, 0));
  let end = 0;
  for (const column of columns) {
    all.set(column, end);
    end += column.length;
  }
  const sorted = sortNumbers(all);
  const [min, max] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const [low, high] = [quantile(sorted, tail), quantile(sorted, 1 - tail)];
  const from = high > low && max - min > stretch * (high - low) ? low : min;
  const to = high > low && max - min > stretch * (high - low) ? high : max;
  const size = Math.max(Math.abs(from), Math.abs(to));
  // Narrower, and the rounding of the numbers would be drawn.
  const isConstant = to - from <= Math.max(1e-290, size * 1e-12);
  const half = Math.max(0.5, size / 100);
  return isConstant ? [from - half, to + half] : [from, to];
}

/** A range with a margin of a fiftieth at each end, so that points at the ends are not cut off. */
export function withMargin([from, to]: readonly [number, number]): readonly [number, number] {
  const margin = (to - from) / 50;
  return [from - margin, to + margin];
}
