import type { JsonValue } from "./json.js";

/** Sets a field of a map that is being built, whatever its name. */
export function setField(map: Record<string, JsonValue>, name: string, value: JsonValue): void {
  // A plain `__proto__` would set the object's prototype.
  if (name === "__proto__")
    Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true });
  else map[name] = value;
}
