import { UsageError } from "../../definition/errors.js";

/**
 * Returns a parser of options such as `--set name=value` that may be repeated; commander passes the values one by one.
 * @throws {UsageError} for a value without a name or an equals sign
 */
export function collectPair(
  option: string,
): (text: string, before: readonly [string, string][] | undefined) => [string, string][] {
  return (text, before = []) => {
    const equals = text.indexOf("=");
    if (equals < 1) throw new UsageError(`${option} ${text}: expected ${option} name=value.`);
    return [...before, [text.slice(0, equals), text.slice(equals + 1)]];
  };
}

/** Collects the values of an option that may be repeated. */
export function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

/** Returns a parser of an option that takes a whole number of at least `min`. @throws {UsageError} for any other value */
export function wholeNumber(option: string, min = 0): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= min) return value;
    throw new UsageError(`${option} ${text}: expected a whole number from ${min}.`);
  };
}
