import { UsageError } from "../definition/errors.js";

/** Collects `--set name=value` and its like, as commander hands them over one by one. */
export function collectPair(
  option: string,
): (text: string, before: readonly [string, string][] | undefined) => [string, string][] {
  return (text, before = []) => {
    const equals = text.indexOf("=");
    if (equals < 1) throw new UsageError(`${option} ${text}: expected ${option} name=value.`);
    return [...before, [text.slice(0, equals), text.slice(equals + 1)]];
  };
}

/** Collects the texts of an option that may be repeated. */
export function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}
