import type { Table } from "./columns.js";
import { ColumnMismatchError } from "./errors.js";

/**
 * Checks that a table has exactly these columns, in this order.
 * @param estimator names the caller in the error
 * @throws {ColumnMismatchError} naming missing and surplus columns
 */
export function requireColumns(estimator: string, expected: readonly string[], x: Table): void {
  const found = x.columnNames();
  if (found.length !== expected.length || found.some((name, j) => name !== expected[j])) {
    throw new ColumnMismatchError(estimator, expected, found);
  }
}
