/** The largest |found / expected − 1|; infinite for another length or where only one of both is 0. */
export function largestRelativeError(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (found.length !== expected.length) return Number.POSITIVE_INFINITY;
  return Array.from(found, (value, i) => {
    const wanted = expected[i] ?? Number.NaN;
    return value === wanted ? 0 : Math.abs(value - wanted) / Math.abs(wanted);
  }).reduce((largest, error) => Math.max(largest, error), 0);
}
