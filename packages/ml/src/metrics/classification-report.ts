import { InvalidParameterError } from "../errors.js";
import type { Labels } from "../labels.js";
import { requirePairs } from "./check-pairs.js";
import { countByClass } from "./class-counts.js";
import { averageScores, classScores } from "./class-scores.js";
import { formatFixed } from "./format-fixed.js";

const HEADERS = ["precision", "recall", "f1-score", "support"];
const COLUMN_WIDTH = 9;

/** Format of the report. */
export interface ClassificationReportOptions {
  /** Decimals, 0 to 99. Default: 2. */
  readonly digits?: number;
  /** Names of the classes, in ascending order of their labels. Default: the labels. */
  readonly targetNames?: readonly string[];
}

/**
 * Precision, recall, F1 and number of rows of each class and on average, as text: scikit-learn's, character for
 * character.
 * @param yTrue n ≥ 1 labels of the rows
 * @param yPred n predicted labels of the same rows
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {NotFiniteError | InvalidParameterError} for a label that is not finite, or numbers and texts together
 * @throws {InvalidParameterError} unless there is one name for each class, or when digits is out of range
 * @see scikit-learn, metrics.classification_report with zero_division=0
 */
export function classificationReport(
  yTrue: Labels,
  yPred: Labels,
  { digits = 2, targetNames }: ClassificationReportOptions = {},
): string {
  if (!(Number.isInteger(digits) && digits >= 0 && digits <= 99)) {
    throw new InvalidParameterError("digits", digits, "a whole number from 0 to 99");
  }
  requirePairs("classificationReport", yTrue, yPred);
  const counted = countByClass(yTrue, yPred);
  const { labels, precision, recall, fscore, support } = classScores(counted, 1);
  const names = targetNames ?? labels.map(String);
  if (names.length !== labels.length) {
    throw new InvalidParameterError(
      "targetNames",
      `${names.length} name(s)`,
      `one for each of the ${labels.length} classes ${labels.join(", ")}`,
    );
  }
  const micro = averageScores(counted, 1, "micro");
  // Without any correct prediction scikit-learn counts in floats, and prints "3.0" instead of "3".
  const count = (rows: number) => (micro.recall === 0 ? `${rows}.0` : `${rows}`);
  const width = Math.max("weighted avg".length, digits, ...names.map((name) => [...name].length));
  const line = (name: string, cells: readonly string[]) =>
    `${padStart(name, width)} ${cells.map((cell) => ` ${padStart(cell, COLUMN_WIDTH)}`).join("")}\n`;
  const scoreLine = (name: string, scores: readonly number[], rows: number) =>
    line(name, [...scores.map((score) => formatFixed(score, digits)), count(rows)]);
  const averageLine = (average: "macro" | "weighted") => {
    const mean = averageScores(counted, 1, average);
    return scoreLine(`${average} avg`, [mean.precision, mean.recall, mean.fscore], mean.support);
  };

  return [
    `${line("", HEADERS)}\n`,
    ...names.map((name, i) =>
      scoreLine(name, [precision[i] ?? 0, recall[i] ?? 0, fscore[i] ?? 0], support[i] ?? 0),
    ),
    "\n",
    line("accuracy", ["", "", formatFixed(micro.fscore, digits), count(micro.support)]),
    averageLine("macro"),
    averageLine("weighted"),
  ].join("");
}

/** Pads by characters, as Python counts them, not by UTF-16 code units. */
function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - [...text].length)) + text;
}
