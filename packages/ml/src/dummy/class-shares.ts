import { CompensatedSums } from "../linear-model/block-sum.js";

/**
 * The share of each class among the rows, by weight.
 * @param codes n indexes of classes
 * @param weights n numbers ≥ 0 of a sum above 0; undefined for 1 each
 * @returns k numbers of sum 1
 */
export function classShares(codes: Int32Array, k: number, weights: Float64Array | undefined): number[] {
  const sums = new CompensatedSums(k);
  for (let row = 0; row < codes.length; row++) sums.add(codes[row] ?? 0, weights?.[row] ?? 1);
  const totals = Array.from({ length: k }, (_, code) => sums.value(code));
  const total = totals.reduce((sum, value) => sum + value, 0);
  return totals.map((value) => value / total);
}
