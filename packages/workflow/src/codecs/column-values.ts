import { ContractError } from "../definition/errors.js";

const numberArrays = [
  Float64Array,
  Uint8Array,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
] as const;

/** Numbers in the form in which they are written: 64-bit floating point, with NaN for missing ones, or whole numbers. */
export type NumberArray =
  | Float64Array
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array;

/** A column's values: numbers, or strings. */
export type ColumnValues = NumberArray | readonly string[];

/** Whether the values are written as they are. An array of another type is converted to 64-bit floating point first. */
export function isNumberArray(values: unknown): values is NumberArray {
  return numberArrays.some((type) => values instanceof type);
}

/**
 * Checks that values are all numbers or all strings.
 * @throws {ContractError} naming the column and the first row (from 1) that has another type
 */
export function checkColumn(name: string, values: NumberArray | readonly unknown[]): ColumnValues {
  if (isNumberArray(values)) return values;
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
