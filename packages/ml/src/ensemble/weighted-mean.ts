import { pairwiseSum } from "../pairwise-sum.js";

/**
 * Σ weight · value / Σ weight, rounded as numpy's `average` does. Without weights: the mean.
 * @param values n ≥ 1 numbers
 */
export function weightedMean(values: Float64Array, weights: Float64Array | undefined): number {
  if (weights === undefined) return pairwiseSum(values) / values.length;
  const products = values.map((value, i) => value * (weights[i] ?? 0));
  return pairwiseSum(products) / pairwiseSum(weights);
}
