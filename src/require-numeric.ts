import type { Column } from "@tiphys/ml";

/**
 * Checks that a column holds numbers, and returns it.
 * @throws {TypeError} when it holds texts
 */
export function requireNumeric(name: string, column: Column): Float64Array {
  if (column instanceof Float64Array) return column;
  throw new TypeError(`${name} holds texts, expected numbers.`);
}
