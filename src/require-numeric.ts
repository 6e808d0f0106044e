import { type Column, isNumericColumn, type NumericColumn } from "@tiphys/ml";

/**
 * Checks that a column holds numbers, and returns it.
 * @throws {TypeError} when it holds texts
 */
export function requireNumeric(name: string, column: Column): NumericColumn {
  if (isNumericColumn(column)) return column;
  throw new TypeError(`${name} holds texts, expected numbers.`);
}
