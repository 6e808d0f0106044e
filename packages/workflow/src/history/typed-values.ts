import type { JsonValue } from "../definition/json-value.js";
import { decodeParameter, encodeParameter } from "../definition/parameter-text.js";
import type { Port } from "../definition/port.js";
import { parseJson } from "./parse-json.js";

/**
 * The value of a parameter's recorded text: by its schema, or, for a parameter that the project does not have or whose schema
 * has changed, as JSON if it is a number, a boolean, null, a list or an object.
 */
export function typedValue(text: string, port: Port | undefined): JsonValue {
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
  return text === encodeParameter("", port.schema, port.default);
}
