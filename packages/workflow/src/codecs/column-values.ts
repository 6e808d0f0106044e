import { ContractError } from "../definition/errors.js";

/** A column's values: numbers, with NaN for missing ones, or strings. */
export type ColumnValues = Float64Array | readonly string[];

/**
 * Checks that values are all numbers or all strings.
 * @throws {ContractError} naming the column and the first row (from 1) that has another type
 */
export function checkColumn(name: string, values: Float64Array | readonly unknown[]): ColumnValues {
  if (values instanceof Float64Array) return values;
  const expectedType = typeof values[0] === "string" ? "string" : "number";
  const invalid = values.findIndex((value) => typeof value !== expectedType);
  if (invalid >= 0) {
    const expected = invalid === 0 ? "a number or a string" : `a ${expectedType} as in the first row`;
    throw new ContractError(
      `column "${name}" row ${invalid + 1} is ${String(values[invalid])} (${typeof values[invalid]}), expected ${expected}. ` +
        "Missing numbers are NaN.",
    );
  }
  const broken =
    expectedType === "string" ? values.findIndex((value) => /\p{Surrogate}/u.test(String(value))) : -1;
  if (broken >= 0) {
    throw new ContractError(
      `column "${name}" row ${broken + 1} has half a surrogate pair, which UTF-8 cannot hold.`,
    );
  }
  return expectedType === "number"
    ? Float64Array.from(values as readonly number[])
    : (values as readonly string[]);
}
