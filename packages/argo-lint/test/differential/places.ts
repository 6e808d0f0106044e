import { isObject, type JsonValue } from "../../src/model/json.js";
import type { Path } from "../../src/model/path.js";

/** A value somewhere in a manifest. */
export interface Place {
  readonly path: Path;
  /** The name of its field; of an item of a list, that of the list. */
  readonly field: string;
  readonly value: JsonValue;
}

/** Every value below a document's top, parents before children. */
export function placesOf(value: JsonValue, path: Path = [], field = ""): Place[] {
  const children: (readonly [string | number, JsonValue])[] = Array.isArray(value)
    ? [...value.entries()]
    : isObject(value)
      ? Object.entries(value)
      : [];
  return children.flatMap(([key, child]) => {
    const name = typeof key === "number" ? field : key;
    const below = [...path, key];
    return [{ path: below, field: name, value: child }, ...placesOf(child, below, name)];
  });
}

/** A copy in which the value at a path is another one; undefined takes it out. */
export function withValue(
  root: JsonValue,
  [key, ...rest]: Path,
  change: (old: JsonValue | undefined) => JsonValue | undefined,
): JsonValue {
  if (Array.isArray(root)) {
    return root.flatMap((item, i) => {
      if (i !== key) return [item];
      const changed = rest.length === 0 ? change(item) : withValue(item, rest, change);
      return changed === undefined ? [] : [changed];
    });
  }
  if (!isObject(root)) return root;
  const old = root[String(key)];
  const changed = rest.length === 0 ? change(old) : withValue(old ?? null, rest, change);
  const copy = Object.entries(root).filter(([name]) => name !== String(key) || changed !== undefined);
  if (changed === undefined) return Object.fromEntries(copy);
  // A key that is new comes last, the others stay where they are.
  return { ...Object.fromEntries(copy), [String(key)]: changed };
}
