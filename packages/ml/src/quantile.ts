/**
 * The quantile of sorted values, with linear interpolation between two of them.
 * @param sorted n ≥ 1 ascending numbers
 * @param share from 0 to 1
 * @see numpy, quantile with method="linear"
 */
export function quantile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const index = Math.floor(position);
  const low = sorted[index] ?? Number.NaN;
  const high = sorted[index + 1] ?? low;
  const fraction = position - index;
  // From the nearer end, as numpy does: never outside the two, and exact at both.
  return fraction < 0.5 ? low + (high - low) * fraction : high - (high - low) * (1 - fraction);
}
