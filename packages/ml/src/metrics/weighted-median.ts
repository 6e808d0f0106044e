/**
 * The value up to which half of the weight lies; where exactly half of it does, the mean of that value and the next one
 * that has weight. With equal weights it is the median.
 * @param values n ≥ 1 finite numbers
 * @param weights n numbers ≥ 0, at least one of them above 0
 * @see scikit-learn, utils.stats._weighted_percentile with average=True
 */
export function weightedMedian(values: Float64Array, weights: ArrayLike<number>): number {
  const order = new Uint32Array(values.length);
  for (let row = 0; row < order.length; row++) order[row] = row;
  order.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const upTo = new Float64Array(values.length);
  let total = 0;
  for (let i = 0; i < order.length; i++) {
    total += weights[order[i] ?? 0] ?? 0;
    upTo[i] = total;
  }
  const half = total / 2;
  const valueAt = (i: number) => values[order[i] ?? 0] ?? 0;
  const middle = upTo.findIndex((weight) => weight >= half);
  const here = upTo[middle] ?? 0;
  if (here - half > Number.EPSILON) return valueAt(middle);
  const next = upTo.findIndex((weight) => weight > here);
  return (valueAt(middle) + valueAt(next < 0 ? middle : next)) / 2;
}
