import { RandomState } from "../model-selection/random-state.js";

/** More rows than these are not needed to place the thresholds. */
const SUBSAMPLE = 200_000;

/**
 * The rows that the thresholds of the bins come from: 200,000 of them, drawn with replacement, in proportion to their
 * weights. Undefined for all rows, where there are no more.
 * @see scikit-learn, ensemble/_hist_gradient_boosting/binning.py, _BinMapper.fit; numpy, RandomState.choice
 */
export function binningSample(
  nRows: number,
  weights: Float64Array | undefined,
  seed: number,
): Uint32Array | undefined {
  if (nRows <= SUBSAMPLE) return undefined;
  const random = new RandomState(seed);
  const sample = new Uint32Array(SUBSAMPLE);
  if (weights === undefined) {
    for (let i = 0; i < SUBSAMPLE; i++) sample[i] = random.interval(nRows - 1);
    return sample;
  }
  const sums = cumulativeShares(weights);
  for (let i = 0; i < SUBSAMPLE; i++) sample[i] = firstAbove(sums, randomDouble(random));
  return sample;
}

function cumulativeShares(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += (weights[i] ?? 0) / total;
    sums[i] = sum;
  }
  return sums.map((share) => share / sum);
}

/** From 0 to 1, 1 excluded, with 53 random bits. */
function randomDouble(random: RandomState): number {
  const high = random.interval(0xffffffff) >>> 5;
  const low = random.interval(0xffffffff) >>> 6;
  return (high * 67108864 + low) / 9007199254740992;
}

/** Position of the first of the ascending numbers that is greater. */
function firstAbove(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
