import { InvalidParameterError, ShapeError } from "../errors.js";
import { type Classes, encodeLabels, type Labels, uniqueLabels } from "../labels.js";
import { requireFiniteScores } from "./check-pairs.js";

/** Options of metrics that take one array of scores for each class. */
export interface MulticlassOptions {
  /** The classes in the order of the arrays, ascending. Default: those of yTrue. Needed where some have no rows. */
  readonly labels?: Classes | undefined;
}

/** The classes, and the index of each row's class. */
export interface CodedRows {
  readonly classes: Classes;
  readonly codes: Int32Array;
}

/**
 * Checks arrays of scores, one for each class, against labels.
 * @param metric names the caller in the error
 * @param yScore k ≥ 2 arrays of n ≥ 1 finite numbers, as `predictProba` returns
 * @throws {ShapeError} when lengths differ, there are no rows, or there is not one array for each class
 * @throws {NotFiniteError} naming the row of the first score that is NaN or infinite
 * @throws {InvalidParameterError} when yTrue has a class that is not in `labels`, or these are not ascending
 */
export function classScoreColumns(
  metric: string,
  yTrue: Labels,
  yScore: readonly ArrayLike<number>[],
  labels?: Classes,
): CodedRows {
  const n = yTrue.length;
  if (n === 0 || yScore.some((scores) => scores.length !== n)) {
    const lengths = yScore.map((scores) => scores.length).join(", ");
    throw new ShapeError(
      `${metric}: found ${n} true labels and scores of ${lengths} rows. Expected one score of each class for each label, and at least one row.`,
    );
  }
  const classes = labels ?? uniqueLabels(yTrue);
  if (classes.length !== yScore.length || classes.length < 2) {
    throw new ShapeError(
      `${metric}: found ${classes.length} classes (${classes.slice(0, 5).join(", ")}) and scores of ${yScore.length}. ` +
        "Expected the scores of each class, and at least two. Name all classes with `labels` where some have no rows.",
    );
  }
  if (classes.some((label, i) => i > 0 && !((classes[i - 1] ?? "") < label))) {
    throw new InvalidParameterError("labels", classes.join(", "), "each label once, ascending");
  }
  for (const [i, scores] of yScore.entries()) requireFiniteScores(`scores of class ${classes[i]}`, scores);
  const codes = encodeLabels(yTrue, classes);
  const unknown = codes.indexOf(-1);
  if (unknown >= 0) {
    throw new InvalidParameterError(
      `yTrue, row ${unknown + 1} (counted from 1)`,
      JSON.stringify(yTrue[unknown]),
      `one of the labels ${classes.join(", ")}`,
    );
  }
  return { classes, codes };
}

/**
 * Checks that scores are probabilities, which add up to 1 in each row.
 * @throws {InvalidParameterError} naming the row of the first that is outside [0, 1], or whose sum is more than 1e-5 from 1
 */
export function requireProbabilities(yProb: readonly ArrayLike<number>[]): void {
  const n = yProb[0]?.length ?? 0;
  for (let row = 0; row < n; row++) {
    let sum = 0;
    for (const column of yProb) {
      const probability = column[row] ?? 0;
      sum += probability;
      if (probability >= 0 && probability <= 1) continue;
      throw new InvalidParameterError(
        `yProb, row ${row + 1} (counted from 1)`,
        probability,
        "a number from 0 to 1",
      );
    }
    if (Math.abs(sum - 1) <= 1e-5) continue;
    throw new InvalidParameterError(
      `yProb, row ${row + 1} (counted from 1)`,
      `a sum of ${sum}`,
      "probabilities of all classes, which add up to 1",
    );
  }
}

/** 1 for each row of a class, 0 for the others. */
export function rowsOfCode(codes: Int32Array, code: number): Uint8Array {
  const marks = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row++) if (codes[row] === code) marks[row] = 1;
  return marks;
}

/** Whether scores are one array for each class, not one number for each row. */
export function areClassScores(
  scores: ArrayLike<number> | readonly ArrayLike<number>[],
): scores is readonly ArrayLike<number>[] {
  return typeof scores[0] === "object";
}
