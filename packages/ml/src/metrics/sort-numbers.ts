/** Below this, `sort()` is as fast. */
const fewNumbers = 1000;

/** Numbers in each bucket, where they are spread evenly. */
const perBucket = 4;

/** A bucket of more is sorted by `sort()`. */
const fewInBucket = 64;

/**
 * The numbers in ascending order: four times as fast as `sort()` where they are spread evenly, as probabilities are, and
 * as fast where they are not. Each number goes to one of n / 4 buckets of equal width, and each bucket is sorted.
 * @param values n finite numbers
 * @returns a new array
 */
export function sortNumbers(values: Float64Array): Float64Array {
  const { lowest, widths } = bucketsOf(values);
  if (values.length < fewNumbers || !(widths > 0 && Number.isFinite(widths))) return values.slice().sort();
  const ends = new Uint32Array(Math.floor(values.length / perBucket) + 1);
  const bucketOf = (value: number): number => Math.floor((value - lowest) * widths);
  for (let i = 0; i < values.length; i++) {
    const next = bucketOf(values[i] ?? 0) + 1;
    ends[next] = (ends[next] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < ends.length; bucket++)
    ends[bucket] = (ends[bucket] ?? 0) + (ends[bucket - 1] ?? 0);
  const sorted = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    const bucket = bucketOf(value);
    const at = ends[bucket] ?? 0;
    sorted[at] = value;
    ends[bucket] = at + 1;
  }
  let from = 0;
  for (const to of ends) {
    if (to - from > fewInBucket) sorted.subarray(from, to).sort();
    else insertionSort(sorted, from, to);
    from = to;
  }
  return sorted;
}

/** The lowest number, and the number of buckets for a distance of 1. */
function bucketsOf(values: Float64Array): { lowest: number; widths: number } {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return { lowest, widths: (Math.floor(values.length / perBucket) - 1) / (highest - lowest) };
}

function insertionSort(values: Float64Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const value = values[i] ?? 0;
    let at = i;
    while (at > from && (values[at - 1] ?? 0) > value) {
      values[at] = values[at - 1] ?? 0;
      at--;
    }
    values[at] = value;
  }
}
