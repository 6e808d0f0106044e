import {
  type Column,
  countMissing,
  countSharedRows,
  isNumericColumn,
  type NumericColumn,
  singleColumnAuc,
} from "@tiphys/ml";
import { contract } from "./dataset.js";
import { emptyCategory } from "./missing-values.js";

/** A column that alone exceeds this AUC probably contains the answer, or was recorded after it. */
const suspiciousAuc = 0.98;

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
  return [...firstOf(deciding), ...firstOf(gaps)];
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
