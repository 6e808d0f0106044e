import { pairwiseSum } from "../pairwise-sum.js";

/**
 * The fold to which a group is to be added so that the shares of the classes then differ least between the folds; of equal ones
 * the one with the fewest rows.
 * @param countsOfFold rows of each class, for each fold; unchanged afterwards
 * @param classCounts rows of each class in all
 * @param group rows of each class in the group
 * @see scikit-learn, StratifiedGroupKFold._find_best_fold
 */
export function lightestBalancedFold(
  countsOfFold: readonly Float64Array[],
  classCounts: Uint32Array,
  group: Float64Array,
): number {
  let best = 0;
  let leastDifference = Number.POSITIVE_INFINITY;
  let fewestRows = Number.POSITIVE_INFINITY;
  countsOfFold.forEach((counts, fold) => {
    const difference = meanDeviation(countsOfFold, classCounts, fold, group);
    const rows = counts.reduce((sum, count) => sum + count, 0);
    if (difference < leastDifference || (isClose(difference, leastDifference) && rows < fewestRows)) {
      best = fold;
      leastDifference = difference;
      fewestRows = rows;
    }
  });
  return best;
}

/** Mean over the classes of the standard deviation of the folds' shares of a class, with the group in one of the folds. */
function meanDeviation(
  countsOfFold: readonly Float64Array[],
  classCounts: Uint32Array,
  changed: number,
  group: Float64Array,
): number {
  const deviations = new Float64Array(classCounts.length);
  const shares = new Float64Array(countsOfFold.length);
  for (let code = 0; code < classCounts.length; code++) {
    for (let fold = 0; fold < shares.length; fold++) {
      const count = (countsOfFold[fold]?.[code] ?? 0) + (fold === changed ? (group[code] ?? 0) : 0);
      shares[fold] = count / (classCounts[code] ?? 1);
    }
    deviations[code] = deviation(shares);
  }
  return pairwiseSum(deviations) / deviations.length;
}

/** The standard deviation from plain sums, as numpy's along the first axis. */
function deviation(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return Math.sqrt(squares / values.length);
}

/** @see numpy, isclose with its default tolerances */
function isClose(a: number, b: number): boolean {
  return Number.isFinite(b) && Math.abs(a - b) <= 1e-8 + 1e-5 * Math.abs(b);
}
