import { expect, test } from "vitest";
import { approximateMode } from "../../src/model-selection/approximate-mode.js";
import { RandomState } from "../../src/model-selection/random-state.js";

// The examples of scikit-learn's docstring of utils.extmath._approximate_mode.
test.each([
  { counts: [4, 2], nDraws: 3, seed: 0, draws: [2, 1] },
  { counts: [5, 2], nDraws: 4, seed: 0, draws: [3, 1] },
  { counts: [2, 2, 2, 1], nDraws: 2, seed: 0, draws: [0, 1, 1, 0] },
  { counts: [2, 2, 2, 1], nDraws: 2, seed: 42, draws: [1, 1, 0, 0] },
])("draws $nDraws of $counts with seed $seed as scikit-learn does", ({ counts, nDraws, seed, draws }) => {
  expect(approximateMode(counts, nDraws, new RandomState(seed))).toEqual(draws);
});
