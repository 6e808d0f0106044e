import type { Column } from "@pipeline/ml";

/**
 * The numbers of a column that must hold numbers.
 * @throws {TypeError} where it holds texts
 */
export function requireNumeric(name: string, column: Column): Float64Array {
  if (column instanceof Float64Array) return column;
  throw new TypeError(`${name} holds texts, expected numbers.`);
}
