import { argsort } from "./argsort.js";

/** The greatest threshold, which keeps infinite numbers apart from others. JSON holds no infinity. */
const ALMOST_INFINITE = 1e300;

/**
 * Numbers that divide a column into bins: a value is in the first bin whose threshold is not below it. Up to `maxBins`
 * distinct values get a bin each; more of them get bins of about equal numbers of rows, or equal sums of weights.
 * @param values NaN for missing
 * @param weights one for each value. Default: 1 each
 * @returns ascending, one less than there are bins
 * @see scikit-learn, ensemble/_hist_gradient_boosting/binning.py, _find_binning_thresholds
 */
export function binThresholds(
  values: Float64Array,
  maxBins: number,
  weights: Float64Array | undefined,
): Float64Array {
  const { sorted, sortedWeights } = sortPresent(values, weights);
  const distinct = uniqueSorted(sorted, maxBins + 1);
  if (distinct.length <= maxBins) return clip(midpoints(distinct));
  const shares = Float64Array.from({ length: maxBins - 1 }, (_, i) => (i + 1) * (100 / maxBins));
  const quantiles =
    sortedWeights === undefined
      ? shares.map((percentile) => averagedQuantile(sorted, percentile / 100))
      : weightedQuantiles(sorted, sortedWeights, shares);
  return clip(uniqueSorted(quantiles.sort(), maxBins));
}

/** The values that are there, ascending, without those of weight 0. */
function sortPresent(values: Float64Array, weights: Float64Array | undefined) {
  if (weights === undefined) {
    return { sorted: values.filter((value) => !Number.isNaN(value)).sort(), sortedWeights: undefined };
  }
  const isKept = (value: number, i: number) => !Number.isNaN(value) && weights[i] !== 0;
  const kept = values.filter(isKept);
  const keptWeights = weights.filter((_, i) => isKept(values[i] ?? Number.NaN, i));
  const order = argsort(kept);
  return {
    sorted: Float64Array.from(order, (i) => kept[i] ?? 0),
    sortedWeights: Float64Array.from(order, (i) => keptWeights[i] ?? 0),
  };
}

/** The distinct numbers of sorted ones: the first `limit` of them. */
function uniqueSorted(sorted: Float64Array, limit: number): Float64Array {
  const distinct = new Float64Array(Math.min(limit, sorted.length));
  let count = 0;
  for (let i = 0; i < sorted.length && count < limit; i++) {
    const value = sorted[i] ?? 0;
    if (count === 0 || value !== distinct[count - 1]) distinct[count++] = value;
  }
  return distinct.subarray(0, count);
}

function midpoints(distinct: Float64Array): Float64Array {
  return Float64Array.from({ length: Math.max(0, distinct.length - 1) }, (_, i) => {
    const middle = ((distinct[i] ?? 0) + (distinct[i + 1] ?? 0)) / 2;
    return Number.isNaN(middle) ? 0 : middle;
  });
}

/**
 * @param share from 0 to 1
 * @see numpy, quantile with method="averaged_inverted_cdf"
 */
function averagedQuantile(sorted: Float64Array, share: number): number {
  const position = sorted.length * share - 1;
  const index = Math.floor(position);
  if (position < 0) return sorted[0] ?? Number.NaN;
  const next = sorted[Math.min(index + 1, sorted.length - 1)] ?? Number.NaN;
  // Half the way to an infinite number is infinite; as a difference it would be NaN.
  if (position !== index || !Number.isFinite(next)) return next;
  const previous = sorted[index] ?? next;
  return next - (next - previous) * 0.5;
}

/** @see scikit-learn, utils/stats.py, _weighted_percentile with average=True */
function weightedQuantiles(
  sorted: Float64Array,
  weights: Float64Array,
  percentiles: Float64Array,
): Float64Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i] ?? 0;
    sums[i] = sum;
  }
  let index = 0;
  return percentiles.map((percentile) => {
    const target = (percentile / 100) * sum;
    while (index < sums.length - 1 && (sums[index] ?? 0) < target) index++;
    const value = sorted[index] ?? 0;
    const isAbove = (sums[index] ?? 0) - target > Number.EPSILON;
    return isAbove ? value : (value + (sorted[index + 1] ?? value)) / 2;
  });
}

function clip(thresholds: Float64Array): Float64Array {
  return thresholds.map((value) => Math.min(Math.max(value, -Number.MAX_VALUE), ALMOST_INFINITE));
}
