import { isObject } from "../model/json.js";
import type { Path } from "../model/path.js";
import type { Reporter } from "../rule.js";

/** Places such as `env[]` or `memoize.cache`, each with the fields that it needs. */
export type NeededFields = Readonly<Record<string, readonly string[]>>;

/**
 * Reports each place below a value that lacks fields it needs.
 *
 * @param because ends the message: `which the API server requires`
 */
export function reportMissingFields(
  value: unknown,
  places: NeededFields,
  at: Path,
  because: string,
  report: Reporter,
): void {
  for (const [place, fields] of Object.entries(places)) {
    for (const [found, path] of select(value, place.split("."), at)) {
      for (const field of fields) {
        if (found[field] !== undefined) continue;
        const name = place.split(".").at(-1)?.replace("[]", "") ?? "";
        report({
          at: path,
          message: `${name} has no ${field}, ${because}.`,
          fix: `Set ${field}.`,
        });
      }
    }
  }
}

/** Objects at a place such as `steps[].arguments`, each with its path. */
function* select(
  value: unknown,
  [step, ...rest]: readonly string[],
  at: Path,
): Generator<readonly [found: Readonly<Record<string, unknown>>, path: Path]> {
  if (!isObject(value)) return;
  if (step === undefined) {
    yield [value, at];
    return;
  }
  const key = step.replace("[]", "");
  const below = value[key];
  if (!step.endsWith("[]")) yield* select(below, rest, [...at, key]);
  else if (Array.isArray(below)) {
    for (const [i, item] of below.entries()) yield* select(item, rest, [...at, key, i]);
  }
}
