import { UsageError } from "../../../definition/errors.js";

/** Returns a parser of an option that takes a whole number of at least `min`. @throws {UsageError} for any other value */
export function wholeNumber(option: string, min = 0): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= min) return value;
    throw new UsageError(`${option} ${text}: expected a whole number from ${min}.`);
  };
}
