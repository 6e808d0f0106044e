import { NotFiniteError, ShapeError } from "../errors.js";

/**
 * Checks that there is one prediction for each label.
 * @param metric names the caller in the error
 * @throws {ShapeError} when lengths differ or there are no rows
 */
export function requirePairs(metric: string, yTrue: ArrayLike<unknown>, other: ArrayLike<unknown>): void {
  if (yTrue.length !== other.length || yTrue.length === 0) {
    throw new ShapeError(
      `${metric}: found ${yTrue.length} true labels and ${other.length} predictions. ` +
        "Expected one prediction for each label, and at least one.",
    );
  }
}

/**
 * Checks that all scores are finite.
 * @throws {NotFiniteError} naming the row of the first score that is NaN or infinite
 */
export function requireFiniteScores(name: string, scores: ArrayLike<number>): void {
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? Number.NaN;
    if (!Number.isFinite(score)) throw new NotFiniteError(name, row + 1, score);
  }
}
