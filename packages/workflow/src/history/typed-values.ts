import type { JsonValue } from "../definition/json-value.js";
import { decodeParameter, encodeParameter } from "../definition/parameter-text.js";
import type { Port } from "../definition/port.js";
import { parseJson } from "./parse-json.js";

/** Values by text: thousands of runs have the same few. */
const decoded = new WeakMap<Port, Map<string, JsonValue>>();
const defaults = new WeakMap<Port, string>();

/**
 * The value of a parameter's recorded text: by its schema, or, for a parameter that the project does not have or whose schema
 * has changed, as JSON if it is a number, a boolean, null, a list or an object.
 */
export function typedValue(text: string, port: Port | undefined): JsonValue {
  if (port === undefined) return decode(text, port);
  const values = decoded.get(port) ?? new Map<string, JsonValue>();
  decoded.set(port, values);
  const known = values.get(text);
  if (known !== undefined) return known;
  const value = decode(text, port);
  values.set(text, value);
  return value;
}

function decode(text: string, port: Port | undefined): JsonValue {
  if (port?.kind === "parameter") {
    try {
      // A schema only checks its input, which was JSON or a string.
      return decodeParameter("", port.schema, text) as JsonValue;
    } catch {
      // Recorded by an earlier version of the workflow.
    }
  }
  const value = parseJson(text);
  return value === undefined || typeof value === "string" ? text : (value as JsonValue);
}

/** Whether a recorded text is the parameter's default. */
export function isDefault(text: string, port: Port | undefined): boolean {
  if (port?.kind !== "parameter" || port.need !== "defaulted") return false;
  const known = defaults.get(port) ?? encodeParameter("", port.schema, port.default);
  defaults.set(port, known);
  return text === known;
}
