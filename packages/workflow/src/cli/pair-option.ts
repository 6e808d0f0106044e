import { UsageError } from "../definition/errors.js";

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
