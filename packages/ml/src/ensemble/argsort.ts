/** The positions of the values in ascending order; equal values in the order in which they stand. */
export function argsort(values: Float64Array): Uint32Array {
  const positions = Uint32Array.from(values, (_, i) => i);
  return positions.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
}
