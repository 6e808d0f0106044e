import type { Label, Labels } from "../labels.js";
import { averageOfClasses, countCodes } from "./average-of-classes.js";
import {
  areClassScores,
  classScoreColumns,
  type MulticlassOptions,
  rowsOfCode,
} from "./class-score-columns.js";
import { precisionRecallCurve } from "./precision-recall-curve.js";

interface MulticlassAverageOptions extends MulticlassOptions {
  /** "macro" weighs all classes alike, "weighted" by their rows; null gives the score of each class. Default: "macro". */
  readonly average?: "macro" | "weighted" | null | undefined;
}

/**
 * Average precision, from 0 to 1: the mean of the precisions at each threshold, weighted by the increase of recall. Guessing has the
 * share of positive rows.
 * @param yTrue n ≥ 1 labels of two classes
 * @param yScore n finite numbers, larger for a more likely positive class
 * @param posLabel the positive class. Default: the greater of the two labels
 * @throws as `rocCurve` does
 * @see scikit-learn, metrics.average_precision_score
 */
export function averagePrecisionScore(
  yTrue: Labels,
  yScore: ArrayLike<number>,
  options?: { readonly posLabel?: Label },
): number;
/**
 * Average precision of each class against all others: NaN for one that has no rows, or all (scikit-learn: 0 and 1).
 * @param yTrue n ≥ 1 labels
 * @param yScore one array of n finite numbers for each class, as `predictProba` returns
 * @throws {ShapeError} when lengths differ, there are no rows, or there is not one array for each class
 * @throws {NotFiniteError | InvalidParameterError} for scores that are not finite, or labels that are not those of yTrue
 */
export function averagePrecisionScore(
  yTrue: Labels,
  yScore: readonly ArrayLike<number>[],
  options: MulticlassAverageOptions & { readonly average: null },
): Float64Array;
/**
 * Average precision of each class against all others, averaged. With "macro" it is NaN where a class has no rows.
 * @param yTrue n ≥ 1 labels
 * @param yScore one array of n finite numbers for each class, as `predictProba` returns
 * @throws as above
 */
export function averagePrecisionScore(
  yTrue: Labels,
  yScore: readonly ArrayLike<number>[],
  options?: MulticlassAverageOptions & { readonly average?: "macro" | "weighted" | undefined },
): number;
export function averagePrecisionScore(
  yTrue: Labels,
  yScore: ArrayLike<number> | readonly ArrayLike<number>[],
  options: MulticlassAverageOptions & { readonly posLabel?: Label } = {},
): number | Float64Array {
  if (!areClassScores(yScore)) return binaryAveragePrecision(yTrue, yScore, options.posLabel);
  const { labels, average = "macro" } = options;
  const { classes, codes } = classScoreColumns("averagePrecisionScore", yTrue, yScore, labels);
  const rows = countCodes(codes, classes.length);
  const scores = Float64Array.from(yScore, (ofClass, code) => {
    const count = rows[code] ?? 0;
    if (count === 0 || count === codes.length) return Number.NaN;
    return binaryAveragePrecision(rowsOfCode(codes, code), ofClass);
  });
  return average === null ? scores : averageOfClasses(scores, average === "weighted" ? rows : undefined);
}

function binaryAveragePrecision(yTrue: Labels, yScore: ArrayLike<number>, posLabel?: Label): number {
  const { precision, recall } = precisionRecallCurve(
    yTrue,
    yScore,
    posLabel === undefined ? {} : { posLabel },
  );
  let area = 0;
  for (let i = 1; i < recall.length; i++) {
    area += ((recall[i - 1] ?? 0) - (recall[i] ?? 0)) * (precision[i - 1] ?? 0);
  }
  return area;
}
