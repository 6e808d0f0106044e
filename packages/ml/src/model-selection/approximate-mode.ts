import type { RandomState } from "./random-state.js";

/**
 * How many rows to draw from each class so that the proportions are kept: the most likely outcome of drawing without
 * replacement, up to rounding. Ties are broken at random.
 * @param classCounts rows of each class
 * @param nDraws total number of draws
 * @returns the number of draws of each class; the sum is `nDraws`
 * @see scikit-learn, utils.extmath._approximate_mode
 */
export function approximateMode(
  classCounts: readonly number[],
  nDraws: number,
  random: RandomState,
): number[] {
  const total = classCounts.reduce((sum, count) => sum + count, 0);
  const continuous = classCounts.map((count) => (count / total) * nDraws);
  const draws = continuous.map(Math.floor);
  const remainders = continuous.map((value) => value - Math.floor(value));
  let needToAdd = Math.trunc(nDraws - draws.reduce((sum, count) => sum + count, 0));

  for (const remainder of [...new Set(remainders)].sort((a, b) => b - a)) {
    if (needToAdd <= 0) break;
    const tied = remainders.flatMap((value, i) => (value === remainder ? [i] : []));
    const addNow = Math.min(tied.length, needToAdd);
    for (const i of random.choiceWithoutReplacement(tied, addNow)) draws[i] = (draws[i] ?? 0) + 1;
    needToAdd -= addNow;
  }
  return draws;
}
