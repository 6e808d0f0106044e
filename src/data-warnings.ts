import {
  type Column,
  countMissing,
  countSharedRows,
  isNumericColumn,
  type NumericColumn,
  singleColumnAuc,
} from "@tiphys/ml";
import { contract, negativeClass, positiveClass } from "./dataset.js";
import { emptyCategory } from "./missing-values.js";

/** A column that alone exceeds this AUC probably contains the answer, or was recorded after it. */
const suspiciousAuc = 0.98;

/** With fewer rows of a class, what is learned or measured of it rests on single rows. */
const rareRows = { train: 20, test: 5 };

/** Maximum number of warnings of one kind. */
const maxShown = 5;

/** The rows of both sets: columns, in the order of `names`, and labels of 0 and 1. */
export interface SplitRows {
  readonly names: readonly string[];
  readonly train: readonly Column[];
  readonly test: readonly Column[];
  readonly yTrain: NumericColumn;
  readonly yTest: NumericColumn;
}

/** What readers must know about the data before they trust the figures, as sentences; empty if there is nothing to warn of. */
export function dataWarnings({ names, train, test, yTrain, yTest }: SplitRows): string[] {
  const deciding = names.flatMap((name, j) => {
    const presence = presenceAuc(train[j] ?? [], yTrain, test[j] ?? [], yTest);
    if (presence > suspiciousAuc) {
      return `Whether ${name} is empty predicts ${contract.target} alone: AUC ${presence.toFixed(3)}. Check that it is not filled in after ${contract.target} is known, and leave it out otherwise.`;
    }
    const auc = singleColumnAuc(train[j] ?? [], yTrain, test[j] ?? [], yTest);
    if (!(auc > suspiciousAuc)) return [];
    return `${name} alone predicts ${contract.target}: AUC ${auc.toFixed(3)}. Check that it is known before ${contract.target} is, and leave it out otherwise.`;
  });
  const gaps = names.flatMap((name, j) => {
    const column = train[j] ?? [];
    const empty = countMissing(column);
    if (!(empty / column.length > emptyCategory.above)) return [];
    const what = `${name} is empty in ${empty} of ${column.length} training rows (${((100 * empty) / column.length).toFixed(1)}%)`;
    return isNumericColumn(column)
      ? `${what}.`
      : `${what}: that is a category of its own, “${emptyCategory.name}”.`;
  });
  return [...rareClasses(yTrain, yTest), ...firstOf(deciding), ...firstOf(gaps)];
}

/** The AUC of whether a column has a value, 1 for those that have none; NaN if all training rows have one. */
function presenceAuc(train: Column, yTrain: NumericColumn, test: Column, yTest: NumericColumn): number {
  return countMissing(train) === 0
    ? Number.NaN
    : singleColumnAuc(isEmpty(train), yTrain, isEmpty(test), yTest);
}

function isEmpty(column: Column): Uint8Array {
  const marks = new Uint8Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const cell = column[row];
    if (cell === "" || Number.isNaN(cell)) marks[row] = 1;
  }
  return marks;
}

/** Warnings of a class with few rows, and what that means for the figures. */
function rareClasses(yTrain: NumericColumn, yTest: NumericColumn): string[] {
  return [1, 0].flatMap((code) => {
    const name = `${contract.target} ${code === 1 ? positiveClass : negativeClass}`;
    const ofTrain = countOf(yTrain, code);
    const ofTest = countOf(yTest, code);
    const share = code === 1 ? "recall" : "specificity";
    return [
      ...(ofTrain < rareRows.train
        ? [
            `${rowsText(ofTrain, "training")} ${name}: what the model has learned of this class rests on them.`,
          ]
        : []),
      ...(ofTest > 0 && ofTest < rareRows.test
        ? [
            `${rowsText(ofTest, "test")} ${name}: each counts for ${Math.round(100 / ofTest)}% of the ${share}. Another randomState may give very different figures.`,
          ]
        : []),
    ];
  });
}

function rowsText(rows: number, set: string): string {
  return rows === 1 ? `Only 1 ${set} row is` : `Only ${rows} ${set} rows are`;
}

function countOf(labels: NumericColumn, code: number): number {
  let count = 0;
  for (let row = 0; row < labels.length; row++) if (labels[row] === code) count += 1;
  return count;
}

/** The number of test rows that are also in the training rows, the label included. */
export function sharedRows({ train, test, yTrain, yTest }: SplitRows): number {
  return countSharedRows([...train, yTrain], [...test, yTest]);
}

function firstOf(sentences: readonly string[]): string[] {
  const more = sentences.length - maxShown;
  if (more <= 0) return [...sentences];
  return [...sentences.slice(0, maxShown), `The same holds for ${more} more columns.`];
}
