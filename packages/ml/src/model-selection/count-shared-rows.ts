import { type Column, isNumericColumn, type NumericColumn, widen } from "../columns.js";
import { ShapeError } from "../errors.js";
import { DistinctRows } from "./distinct-rows.js";
import { hashRows } from "./hash-rows.js";

/**
 * Counts the rows of a test set that are also in the training set, cell for cell: the model has seen their labels.
 * @param train columns of equal length, labels included
 * @param test the same columns of the test set
 * @returns a whole number from 0 to the test set's rows
 * @throws {ShapeError} when the number of columns differs, or a column holds texts in one set and numbers in the other
 */
export function countSharedRows(train: readonly Column[], test: readonly Column[]): number {
  if (train.length !== test.length) {
    throw new ShapeError(
      `countSharedRows: found ${train.length} training and ${test.length} test columns, expected the same number.`,
    );
  }
  const pairs = train.map((column, j) => comparable(column, test[j] ?? [], j));
  const counts = new DistinctRows(pairs.map(([, ofTest]) => ofTest));
  const columns = pairs.map(([ofTrain]) => ofTrain);
  const hashes = hashRows(columns);
  let shared = 0;
  for (let row = 0; row < hashes.length; row++) shared += counts.take(columns, row, hashes[row] ?? 0);
  return shared;
}

/** Both columns as numbers in arrays of the same type: texts as codes. */
function comparable(train: Column, test: Column, j: number): readonly [NumericColumn, NumericColumn] {
  if (isNumericColumn(train) && isNumericColumn(test)) {
    return train.constructor === test.constructor ? [train, test] : [widen(train), widen(test)];
  }
  if (isNumericColumn(train) || isNumericColumn(test)) {
    throw new ShapeError(`countSharedRows: column ${j + 1} holds numbers in one set and texts in the other.`);
  }
  const codes = new Map<string, number>();
  for (const text of test) if (!codes.has(text)) codes.set(text, codes.size);
  const codesOf = (texts: readonly string[]) => Int32Array.from(texts, (text) => codes.get(text) ?? -1);
  return [codesOf(train), codesOf(test)];
}
