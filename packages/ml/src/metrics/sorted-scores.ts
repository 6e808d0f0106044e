import type { Label, Labels } from "../labels.js";
import { requireFiniteScores, requirePairs } from "./check-pairs.js";
import { positiveRows } from "./positive-class.js";
import { sortNumbers } from "./sort-numbers.js";

/** The scores of each class, ascending; neither is empty. */
export interface SortedScores {
  readonly positive: Float64Array;
  readonly negative: Float64Array;
}

/**
 * The scores of positive and of negative rows, sorted. That is all that ranking metrics need. Sorting them separately is
 * several times faster than sorting row numbers.
 * @param metric names the caller in the error
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {OneClassError} when yTrue holds one class only
 * @throws {NotFiniteError} naming the row of the first score that is NaN or infinite
 * @throws {InvalidParameterError} when posLabel is not in yTrue
 */
export function sortedScores(
  metric: string,
  yTrue: Labels,
  yScore: ArrayLike<number>,
  posLabel?: Label,
): SortedScores {
  requirePairs(metric, yTrue, yScore);
  requireFiniteScores("yScore", yScore);
  const isPositive = positiveRows(metric, yTrue, posLabel);
  const divided = new Float64Array(isPositive.length);
  let positives = 0;
  let end = divided.length;
  for (let row = 0; row < isPositive.length; row++) {
    if (isPositive[row] === 1) divided[positives++] = yScore[row] ?? 0;
    else divided[--end] = yScore[row] ?? 0;
  }
  return { positive: sortNumbers(divided.subarray(0, end)), negative: sortNumbers(divided.subarray(end)) };
}
