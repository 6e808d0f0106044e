import { regressionPairs } from "./regression-pairs.js";

/**
 * The largest absolute difference of an actual and a predicted number, in the target's unit: 0 is best.
 * @param yTrue n ≥ 1 finite numbers
 * @param yPred n predicted numbers of the same rows
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {NotFiniteError} for a number that is not finite
 * @see scikit-learn, metrics.max_error
 */
export function maxError(yTrue: ArrayLike<number>, yPred: ArrayLike<number>): number {
  const { n, residual } = regressionPairs("maxError", yTrue, yPred);
  let largest = 0;
  for (let row = 0; row < n; row++) largest = Math.max(largest, Math.abs(residual(row)));
  return largest;
}
