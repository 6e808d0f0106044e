/**
 * A quantile of sorted values, between the two of them whose plotting positions (k − 0.4) / (n + 0.2) are nearest.
 * @param sorted n ≥ 1 ascending numbers
 * @param share from 0 to 1
 * @see scipy, stats.mstats.mquantiles; Cunnane (1978), Journal of Hydrology 37:205–222
 */
export function empiricalQuantile(sorted: Float64Array, share: number): number {
  const n = sorted.length;
  if (n === 1) return sorted[0] ?? Number.NaN;
  const position = n * share + (0.4 + share * (1 - 0.4 - 0.4));
  const below = Math.floor(Math.min(Math.max(position, 1), n - 1));
  const fraction = Math.min(Math.max(position - below, 0), 1);
  return (1 - fraction) * (sorted[below - 1] ?? Number.NaN) + fraction * (sorted[below] ?? Number.NaN);
}
