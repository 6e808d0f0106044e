/** One point for each distinct score, from the highest, after one at which no row is predicted positive. */
export interface ThresholdCounts {
  readonly threshold: Float64Array;
  /** Negative and positive rows with a score of at least the threshold. */
  readonly fp: Float64Array;
  readonly tp: Float64Array;
}

/**
 * Counts the rows that each threshold predicts positive.
 * @param positive scores of the positive rows, ascending
 * @param negative scores of the negative rows, ascending
 */
export function countAboveThresholds(positive: Float64Array, negative: Float64Array): ThresholdCounts {
  const rows = positive.length + negative.length;
  const threshold = new Float64Array(rows + 1);
  const fp = new Float64Array(rows + 1);
  const tp = new Float64Array(rows + 1);
  threshold[0] = Number.POSITIVE_INFINITY;
  let count = 1;
  let p = positive.length;
  let n = negative.length;
  while (p > 0 || n > 0) {
    const score = Math.max(
      positive[p - 1] ?? Number.NEGATIVE_INFINITY,
      negative[n - 1] ?? Number.NEGATIVE_INFINITY,
    );
    while (p > 0 && positive[p - 1] === score) p--;
    while (n > 0 && negative[n - 1] === score) n--;
    threshold[count] = score;
    fp[count] = negative.length - n;
    tp[count] = positive.length - p;
    count++;
  }
  return { threshold: threshold.subarray(0, count), fp: fp.subarray(0, count), tp: tp.subarray(0, count) };
}
