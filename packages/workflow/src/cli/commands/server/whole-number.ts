import { UsageError } from "../../../definition/errors.js";

/** Reads the value of an option that takes a whole number of at least `least`. @throws {UsageError} for anything else */
export function wholeNumber(option: string, least = 0): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
    throw new UsageError(`${option} ${text}: expected a whole number from ${least} on.`);
  };
}
