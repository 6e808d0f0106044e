/** The allowed range of a column. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

/**
 * The range of the given numbers, widened by half their span on each side and rounded outwards; not below 0 if no number is
 * negative.
 * @param values n ≥ 1 finite numbers
 */
export function paddedRange(values: readonly number[]): NumberRange {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  const span = greatest - least;
  const step = 10 ** Math.floor(Math.log10(span > 0 && Number.isFinite(span) ? span : 1));
  const low = least >= 0 ? Math.max(0, least - span / 2) : least - span / 2;
  const min = rounded(Math.floor(low / step) * step);
  const max = rounded(Math.ceil((greatest + span / 2) / step) * step);
  // Rounding to twelve digits may exclude a number, and the span may overflow.
  return {
    min: Number.isFinite(min) && min <= least ? min : least,
    max: Number.isFinite(max) && max >= greatest ? max : greatest,
  };
}

function rounded(value: number): number {
  // Converts −0 to 0.
  return Number(value.toPrecision(12)) + 0;
}
