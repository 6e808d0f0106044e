/**
 * Mean and variance (n in the denominator) in two passes, corrected for the rounding of the mean.
 * @param column n ≥ 1 finite numbers
 * @see Chan, Golub, LeVeque (1983), Algorithms for computing the sample variance
 */
export function meanAndVariance(column: Float64Array): { mean: number; variance: number } {
  const n = column.length;
  let sum = 0;
  for (const value of column) sum += value;
  const mean = sum / n;

  let squares = 0;
  let correction = 0;
  for (const value of column) {
    const deviation = value - mean;
    squares += deviation * deviation;
    correction += deviation;
  }
  return { mean, variance: Math.max(0, (squares - (correction * correction) / n) / n) };
}

/**
 * Whether the variance is no larger than the rounding error of a constant column.
 * @param variance with n in the denominator
 * @param n number of values, ≥ 1
 * @see scikit-learn, preprocessing._data._is_constant_feature
 */
export function isConstant(mean: number, variance: number, n: number): boolean {
  const error = n * mean * Number.EPSILON;
  return variance <= n * Number.EPSILON * variance + error * error;
}
