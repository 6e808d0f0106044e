import { InvalidParameterError, ShapeError } from "../errors.js";
import type { RowsToSplit } from "./splitter.js";

/**
 * The number of rows.
 * @param splitter names the caller in errors
 * @throws {ShapeError} when there are no rows, nothing says how many there are, or two of the inputs disagree
 */
export function countRows(splitter: string, { x, rows, y, groups }: RowsToSplit): number {
  const counts = Object.entries({ x: x?.numRows(), rows, y: y?.length, groups: groups?.length }).flatMap(
    ([name, count]) => (count === undefined ? [] : [{ name, count }]),
  );
  const n = counts[0]?.count;
  if (n === undefined)
    throw new ShapeError(`${splitter}.split: expected x, y, groups or the number of rows.`);
  if (counts.some(({ count }) => count !== n)) {
    const found = counts.map(({ name, count }) => `${count} of ${name}`).join(", ");
    throw new ShapeError(`${splitter}.split: found ${found}. Expected the same number of rows for all.`);
  }
  if (!(Number.isInteger(n) && n > 0)) {
    throw new ShapeError(`${splitter}.split: found ${n} rows, expected at least one.`);
  }
  return n;
}

/**
 * Checks that each fold can have something of its own.
 * @param what names the things that are counted, in the plural
 * @throws {InvalidParameterError} when there are more folds than things
 */
export function requireAsManyAsFolds(nSplits: number, count: number, what: string): void {
  if (nSplits <= count) return;
  throw new InvalidParameterError("nSplits", nSplits, `no more than the number of ${what}, ${count}`);
}
