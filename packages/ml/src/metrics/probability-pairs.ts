import { InvalidParameterError } from "../errors.js";
import type { Label, Labels } from "../labels.js";
import { requireFiniteScores, requirePairs } from "./check-pairs.js";
import { positiveRows } from "./positive-class.js";

/**
 * Checks probabilities against labels.
 * @param metric names the caller in the error
 * @param yProb n numbers from 0 to 1
 * @returns 1 for each row of the positive class, 0 for the others
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {OneClassError} when yTrue holds one class only
 * @throws {NotFiniteError} naming the row of the first probability that is NaN or infinite
 * @throws {InvalidParameterError} when a probability is outside [0, 1], or posLabel is not in yTrue
 */
export function probabilityPairs(
  metric: string,
  yTrue: Labels,
  yProb: ArrayLike<number>,
  posLabel?: Label,
): Uint8Array {
  requirePairs(metric, yTrue, yProb);
  requireFiniteScores("yProb", yProb);
  for (let row = 0; row < yProb.length; row++) {
    const probability = yProb[row] ?? 0;
    if (probability < 0 || probability > 1) {
      throw new InvalidParameterError(
        `yProb, row ${row + 1} (counted from 1)`,
        probability,
        "a number from 0 to 1",
      );
    }
  }
  return positiveRows(metric, yTrue, posLabel);
}
