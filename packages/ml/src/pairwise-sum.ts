/** Sums of fewer numbers are plain. */
const LANES = 8;

/** A sum of more numbers is that of its halves. */
const BLOCK_SIZE = 128;

/**
 * The sum of the numbers from start to end, end excluded, with the rounding of numpy's `sum`: equal means have equal bits there
 * and here, and so equal ranks.
 * @see numpy, pairwise_sum in loops_utils.h.src
 */
export function pairwiseSum(values: ArrayLike<number>, start = 0, end = values.length): number {
  const n = end - start;
  if (n > BLOCK_SIZE) {
    const half = Math.floor(n / 2);
    const middle = start + half - (half % LANES);
    return pairwiseSum(values, start, middle) + pairwiseSum(values, middle, end);
  }
  let i = start;
  let sum = 0;
  if (n >= LANES) {
    const lanes = Array.from({ length: LANES }, (_, lane) => values[start + lane] ?? 0);
    for (i += LANES; i + LANES <= end; i += LANES) {
      for (let lane = 0; lane < LANES; lane++) lanes[lane] = (lanes[lane] ?? 0) + (values[i + lane] ?? 0);
    }
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = lanes;
    sum = a + b + (c + d) + (e + f + (g + h));
  }
  for (; i < end; i++) sum += values[i] ?? 0;
  return sum;
}

/** Mean of n ≥ 1 numbers, and their standard deviation with n in the denominator, rounded as numpy does. */
export function meanAndDeviation(values: ArrayLike<number>): { mean: number; std: number } {
  const n = values.length;
  const mean = pairwiseSum(values) / n;
  const squares = Float64Array.from(values, (value) => (value - mean) ** 2);
  return { mean, std: Math.sqrt(pairwiseSum(squares) / n) };
}
