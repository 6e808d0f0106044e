import type { JsonObject, JsonValue } from "../argo-schema/types.js";
import type { Path } from "./path.js";

export type { JsonObject, JsonValue };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a path leads to below a value; undefined where it leads to nothing. */
export function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const key of path) {
    if (Array.isArray(at) && typeof key === "number") at = at[key];
    else at = isObject(at) ? at[key] : undefined;
  }
  return at;
}

/** The text that a path leads to below a value; undefined where it leads to something else. */
export function textAt(value: unknown, path: Path): string | undefined {
  const found = valueAt(value, path);
  return typeof found === "string" ? found : undefined;
}

/** Sets a field of a map that is being built, whatever its name. */
export function setField(map: Record<string, JsonValue>, name: string, value: JsonValue): void {
  // A plain `__proto__` would set the object's prototype.
  if (name === "__proto__")
    Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true });
  else map[name] = value;
}
