import type { RandomState } from "../model-selection/random-state.js";

/**
 * A class for each of n rows, drawn by the classes' shares.
 * @param shares k numbers of sum 1
 * @returns n indexes of classes
 * @see numpy, random/src/distributions/distributions.c: `random_multinomial` of one trial, by `random_binomial_inversion`
 */
export function drawClasses(random: RandomState, shares: readonly number[], n: number): Int32Array {
  const last = shares.length - 1;
  const codes = new Int32Array(n).fill(last);
  for (let row = 0; row < n; row++) {
    let remaining = 1;
    for (let k = 0; k < last; k++) {
      const share = shares[k] ?? 0;
      if (isDrawn(random, share / remaining)) {
        codes[row] = k;
        break;
      }
      remaining -= share;
    }
  }
  return codes;
}

/** One trial of this probability. numpy draws nothing where it is 0, and draws the complement where it is above 1/2. */
function isDrawn(random: RandomState, probability: number): boolean {
  if (probability === 0) return false;
  return probability <= 0.5 ? random.random() > 1 - probability : random.random() <= probability;
}
