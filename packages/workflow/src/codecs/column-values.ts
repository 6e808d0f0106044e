import { ContractError } from "../definition/errors.js";

/** A column's values: numbers with NaN where one is missing, or texts. */
export type Column = Float64Array | readonly string[];

/**
 * Checks that values are all numbers or all texts.
 * @throws {ContractError} naming the column and the first row (from 1) that is of another type
 */
export function checkColumn(name: string, values: Float64Array | readonly unknown[]): Column {
  if (values instanceof Float64Array) return values;
  const wanted = typeof values[0] === "string" ? "string" : "number";
  const odd = values.findIndex((value) => typeof value !== wanted);
  if (odd >= 0) {
    const expected = odd === 0 ? "a number or a string" : `a ${wanted} as in the first row`;
    throw new ContractError(
      `column "${name}" row ${odd + 1} is ${String(values[odd])} (${typeof values[odd]}), expected ${expected}. ` +
        "Missing numbers are NaN.",
    );
  }
  const broken = wanted === "string" ? values.findIndex((value) => /\p{Surrogate}/u.test(String(value))) : -1;
  if (broken >= 0) {
    throw new ContractError(
      `column "${name}" row ${broken + 1} has half a surrogate pair, which UTF-8 cannot hold.`,
    );
  }
  return wanted === "number" ? Float64Array.from(values as readonly number[]) : (values as readonly string[]);
}
