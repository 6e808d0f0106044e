import type { Table } from "./columns.js";
import { ColumnMismatchError } from "./errors.js";

/** @throws {ColumnMismatchError} when the table's columns are not these, in this order */
export function requireColumns(estimator: string, expected: readonly string[], x: Table): void {
  const found = x.columnNames();
  if (found.length !== expected.length || found.some((name, j) => name !== expected[j])) {
    throw new ColumnMismatchError(estimator, expected, found);
  }
}
