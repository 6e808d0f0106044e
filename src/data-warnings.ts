import { type Column, countSharedRows, singleColumnAuc } from "@pipeline/ml";
import { contract } from "./dataset.js";
import { emptyCategory } from "./preprocessing.js";

/** A column that alone reaches this AUC probably holds the answer, or came to be after it. */
const suspiciousAuc = 0.98;

const mostShown = 5;

/** The rows of both parts: columns by name, and labels of 0 and 1. */
export interface SplitRows {
  readonly names: readonly string[];
  readonly train: readonly Column[];
  readonly test: readonly Column[];
  readonly yTrain: Float64Array;
  readonly yTest: Float64Array;
}

/** What a reader must know of the data before he trusts the figures, as sentences. None for data without such. */
export function dataWarnings({ names, train, test, yTrain, yTest }: SplitRows): string[] {
  const deciding = names.flatMap((name, j) => {
    const auc = singleColumnAuc(train[j] ?? [], yTrain, test[j] ?? [], yTest);
    if (!(auc > suspiciousAuc)) return [];
    return `${name} alone predicts ${contract.target}: AUC ${auc.toFixed(3)}. Check that it is known before ${contract.target} is, and leave it out otherwise.`;
  });
  const gaps = names.flatMap((name, j) => {
    const column = train[j] ?? [];
    const empty = countEmpty(column);
    if (!(empty / column.length > emptyCategory.above)) return [];
    const what = `${name} is empty in ${empty} of ${column.length} training rows (${((100 * empty) / column.length).toFixed(1)}%)`;
    return column instanceof Float64Array
      ? `${what}.`
      : `${what}: that is a category of its own, “${emptyCategory.name}”.`;
  });
  return [...firstOf(deciding), ...firstOf(gaps)];
}

/** How many test rows stand in the training rows too, the label included. */
export function sharedRows({ train, test, yTrain, yTest }: SplitRows): number {
  return countSharedRows([...train, yTrain], [...test, yTest]);
}

function countEmpty(column: Column): number {
  return column instanceof Float64Array
    ? column.reduce((count, value) => count + Number(Number.isNaN(value)), 0)
    : column.reduce((count, value) => count + Number(value === ""), 0);
}

function firstOf(sentences: readonly string[]): string[] {
  const more = sentences.length - mostShown;
  if (more <= 0) return [...sentences];
  return [...sentences.slice(0, mostShown), `The same holds for ${more} more columns.`];
}
