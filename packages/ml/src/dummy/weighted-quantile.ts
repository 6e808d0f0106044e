/**
 * The quantile of weighted numbers: the least that has, together with all below it, this share of the weight.
 * @param values n ≥ 1 numbers
 * @param weights n numbers ≥ 0 of a sum above 0; numbers of weight 0 do not count
 * @param share from 0 to 1
 * @see scikit-learn, utils.stats._weighted_percentile
 */
export function weightedQuantile(values: Float64Array, weights: Float64Array, share: number): number {
  const order = Uint32Array.from(values.keys())
    .filter((row) => (weights[row] ?? 0) > 0)
    .sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  let total = 0;
  for (const row of order) total += weights[row] ?? 0;
  const wanted = share * total;
  let reached = 0;
  for (const row of order) {
    reached += weights[row] ?? 0;
    if (reached >= wanted) return values[row] ?? Number.NaN;
  }
  return values[order.at(-1) ?? 0] ?? Number.NaN;
}
