/**
 * Numbers at equal distances, both ends included.
 * @param count ≥ 1
 * @see numpy, linspace
 */
export function evenlySpaced(first: number, last: number, count: number): Float64Array {
  const step = (last - first) / Math.max(1, count - 1);
  const numbers = Float64Array.from({ length: count }, (_, i) => i * step + first);
  if (count > 1) numbers[count - 1] = last;
  return numbers;
}
