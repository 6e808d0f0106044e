/** From the least to the greatest number that a column may hold. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

/**
 * A range with room around the numbers seen: half their span on each side, in round numbers, but not below 0 where no
 * number is.
 * @param seen n ≥ 1 finite numbers
 */
export function paddedRange(seen: readonly number[]): NumberRange {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of seen) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  const span = greatest - least;
  const step = 10 ** Math.floor(Math.log10(span > 0 && Number.isFinite(span) ? span : 1));
  const low = least >= 0 ? Math.max(0, least - span / 2) : least - span / 2;
  const min = rounded(Math.floor(low / step) * step);
  const max = rounded(Math.ceil((greatest + span / 2) / step) * step);
  // Rounding to twelve digits may step over a number, and a span beyond all numbers has no half.
  return {
    min: Number.isFinite(min) && min <= least ? min : least,
    max: Number.isFinite(max) && max >= greatest ? max : greatest,
  };
}

function rounded(value: number): number {
  // Not −0, which would be written as it is read.
  return Number(value.toPrecision(12)) + 0;
}
