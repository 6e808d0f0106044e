import { medianInPlace } from "./median.js";
import { meanAndVariance } from "./moments.js";

/** The statistic that replaces missing values. */
export type ImputationStrategy = "mean" | "median" | "mostFrequent";

/**
 * Mean, median or most frequent value (of several, the smallest).
 * @param present n ≥ 1 finite numbers; they may be reordered
 */
export function imputationStatistic(present: Float64Array, strategy: ImputationStrategy): number {
  switch (strategy) {
    case "mean":
      return meanAndVariance(present).mean;
    case "median":
      return medianInPlace(present);
    case "mostFrequent":
      return mostFrequent(present.sort());
  }
}

function mostFrequent(sorted: Float64Array): number {
  let best = Number.NaN;
  let bestCount = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    if (end - start > bestCount) {
      bestCount = end - start;
      best = sorted[start] ?? best;
    }
    start = end;
  }
  return best;
}
