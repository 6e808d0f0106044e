import { InvalidParameterError } from "../errors.js";
import { evenlySpaced } from "../evenly-spaced.js";
import { requireFiniteScores } from "../metrics/check-pairs.js";
import type { SortedScores } from "../metrics/sorted-scores.js";

/**
 * The thresholds to choose from, ascending.
 * @param thresholds numbers, or how many evenly spaced ones. Default: every distinct score, and one above all of them
 * @throws {InvalidParameterError} when there is none
 * @throws {NotFiniteError} when one is NaN or infinite
 */
export function thresholdCandidates(
  scores: SortedScores,
  thresholds: number | ArrayLike<number> | undefined,
): Float64Array {
  if (thresholds === undefined) return distinctScores(scores);
  if (typeof thresholds === "number") {
    if (!(Number.isInteger(thresholds) && thresholds >= 1)) {
      throw new InvalidParameterError(
        "thresholds",
        thresholds,
        "a whole number of at least 1, or the thresholds",
      );
    }
    const { lowest, highest } = rangeOf(scores);
    return evenlySpaced(lowest, highest, thresholds);
  }
  if (thresholds.length === 0) throw new InvalidParameterError("thresholds", "none", "at least one");
  requireFiniteScores("thresholds", thresholds);
  return Float64Array.from(thresholds).sort();
}

function distinctScores(scores: SortedScores): Float64Array {
  const { positive, negative } = scores;
  const distinct = new Float64Array(positive.length + negative.length + 1);
  let [p, n, count] = [0, 0, 0];
  while (p < positive.length || n < negative.length) {
    const score = Math.min(positive[p] ?? Number.POSITIVE_INFINITY, negative[n] ?? Number.POSITIVE_INFINITY);
    while (positive[p] === score) p++;
    while (negative[n] === score) n++;
    distinct[count++] = score;
  }
  distinct[count++] = justAbove(rangeOf(scores).highest);
  return distinct.slice(0, count);
}

function rangeOf({ positive, negative }: SortedScores): {
  readonly lowest: number;
  readonly highest: number;
} {
  return {
    lowest: Math.min(positive[0] ?? Number.NaN, negative[0] ?? Number.NaN),
    highest: Math.max(positive.at(-1) ?? Number.NaN, negative.at(-1) ?? Number.NaN),
  };
}

/** A number that is greater by one or two units in the last place. */
function justAbove(value: number): number {
  return value + Math.max(Number.MIN_VALUE, Math.abs(value) * Number.EPSILON);
}
