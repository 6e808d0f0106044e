import { blockSum, dot } from "../linear-model/block-sum.js";
import { sortNumbers } from "../metrics/sort-numbers.js";
import { medianInPlace } from "../preprocessing/median.js";
import { quantile } from "../quantile.js";
import { weightedQuantile } from "./weighted-quantile.js";

/**
 * The weighted mean of a target.
 * @param y n ≥ 1 finite numbers
 * @param weights n numbers ≥ 0 of a sum above 0; undefined for 1 each
 */
export function targetMean(y: Float64Array, weights: Float64Array | undefined): number {
  if (weights === undefined) return blockSum(y.length, (start, end) => sum(y, start, end)) / y.length;
  const total = blockSum(y.length, (start, end) => sum(weights, start, end));
  return blockSum(y.length, (start, end) => dot(y, weights, start, end)) / total;
}

/**
 * The median of a target: without weights the mean of the two in the middle, with weights the lower of them.
 * @param y and weights as `targetMean` has them
 */
export function targetMedian(y: Float64Array, weights: Float64Array | undefined): number {
  return weights === undefined ? medianInPlace(y.slice()) : weightedQuantile(y, weights, 0.5);
}

/**
 * The quantile of a target: without weights interpolated between two numbers, with weights one of the numbers.
 * @param y and weights as `targetMean` has them
 * @param share from 0 to 1
 */
export function targetQuantile(y: Float64Array, weights: Float64Array | undefined, share: number): number {
  // By way of a percentage, as scikit-learn has it: the share is rounded twice.
  const rounded = (share * 100) / 100;
  return weights === undefined ? quantile(sortNumbers(y), rounded) : weightedQuantile(y, weights, rounded);
}

function sum(values: Float64Array, start: number, end: number): number {
  let total = 0;
  for (let i = start; i < end; i++) total += values[i] ?? 0;
  return total;
}
