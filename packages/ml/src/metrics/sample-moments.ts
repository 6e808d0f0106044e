/**
 * Mean and variance of a sample.
 * @param values n ≥ 1 numbers
 * @returns the variance with n − 1 in the denominator
 */
export function sampleMoments(values: Float64Array): { mean: number; variance: number } {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] ?? 0;
  const mean = total / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += ((values[i] ?? 0) - mean) ** 2;
  return { mean, variance: squares / (values.length - 1) };
}
