import type { Labels } from "../labels.js";
import { averageOfClasses, countCodes } from "./average-of-classes.js";
import {
  classScoreColumns,
  type MulticlassOptions,
  requireProbabilities,
  rowsOfCode,
} from "./class-score-columns.js";
import { rocCurve } from "./roc-curve.js";
import { trapezoidArea } from "./trapezoid-area.js";

/** How the area under the ROC curve is computed of more than two classes. */
export interface MulticlassAucOptions extends MulticlassOptions {
  /** Each class against all others ("ovr"), or each pair of classes ("ovo"). */
  readonly multiClass: "ovr" | "ovo";
  /**
   * "macro" weighs all classes or pairs alike, "weighted" by their rows; null gives the area of each class, of "ovr" only.
   * Default: "macro".
   */
  readonly average?: "macro" | "weighted" | null | undefined;
}

/** @see scikit-learn, metrics._ranking._multiclass_roc_auc_score */
export function multiclassRocAuc(
  yTrue: Labels,
  yScore: readonly ArrayLike<number>[],
  { multiClass, labels, average = "macro" }: MulticlassAucOptions,
): number | Float64Array {
  const { classes, codes } = classScoreColumns("rocAucScore", yTrue, yScore, labels);
  requireProbabilities(yScore);
  const isWeighted = average === "weighted";
  const rows = countCodes(codes, classes.length);
  if (multiClass === "ovo") return onePairAfterAnother(codes, yScore, rows, isWeighted);
  const areas = Float64Array.from(yScore, (scores, code) => {
    const ofClass = rows[code] ?? 0;
    return ofClass === 0 || ofClass === codes.length ? Number.NaN : area(rowsOfCode(codes, code), scores);
  });
  if (average === null) return areas;
  return averageOfClasses(areas, isWeighted ? rows : undefined);
}

/** @see Hand & Till (2001), Machine Learning 45:171–186 */
function onePairAfterAnother(
  codes: Int32Array,
  yScore: readonly ArrayLike<number>[],
  rows: Float64Array,
  isWeighted: boolean,
): number {
  const present = Array.from(rows.keys()).filter((code) => (rows[code] ?? 0) > 0);
  const pairs = present.flatMap((a, i) => present.slice(i + 1).map((b) => [a, b] as const));
  const areas = Float64Array.from(
    pairs,
    ([a, b]) => (areaOfPair(codes, yScore[a] ?? [], a, b) + areaOfPair(codes, yScore[b] ?? [], b, a)) / 2,
  );
  const rowsOfPairs = Float64Array.from(pairs, ([a, b]) => (rows[a] ?? 0) + (rows[b] ?? 0));
  return averageOfClasses(areas, isWeighted ? rowsOfPairs : undefined);
}

/** The area of one class's scores among its rows and those of another. */
function areaOfPair(codes: Int32Array, scores: ArrayLike<number>, own: number, other: number): number {
  const marks = new Uint8Array(codes.length);
  const chosen = new Float64Array(codes.length);
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] !== own && codes[row] !== other) continue;
    marks[count] = codes[row] === own ? 1 : 0;
    chosen[count] = scores[row] ?? 0;
    count++;
  }
  return area(marks.subarray(0, count), chosen.subarray(0, count));
}

function area(isPositive: Uint8Array, scores: ArrayLike<number>): number {
  const { fpr, tpr } = rocCurve(isPositive, scores);
  return trapezoidArea(fpr, tpr);
}
