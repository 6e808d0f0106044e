import type * as z from "zod";
import { describeIssues } from "./describe-issues.js";
import { describeSchema } from "./describe-schema.js";
import { ContractError, UsageError } from "./errors.js";
import { hasJsonItems, isRawText } from "./parameter-schema.js";
import type { ParameterPort, Presence } from "./port.js";
import { showValue } from "./show-value.js";

/**
 * The text of an optional parameter that does not exist, where a manifest requires a text. It is not valid JSON, and a
 * string parameter may not have this value. Plain ASCII, because Argo puts parameters into JSON without escaping control
 * characters.
 */
export const absentText = "(absent)";

/**
 * Encodes a value as it is written to a manifest, a parameter file and `run.json`.
 * @param where names the parameter in messages
 * @throws {ContractError} if the value does not match the schema or has characters that Argo cannot pass on
 */
export function encodeParameter(where: string, schema: z.ZodType, value: unknown): string {
  const result = schema.safeParse(value);
  if (!result.success) throw new ContractError(`${where}: ${mismatch(schema, value, result.error)}`);
  if (!isRawText(schema)) return asciiJson(result.data);
  return checkRawText(where, String(result.data));
}

// Argo puts a text into JSON with Go's quoting, whose escapes for these characters are not valid JSON.
const unquotableByGo = /(?![\b\t\n\f\r])\p{Cc}|(?=[\u{10000}-\u{10ffff}])\p{C}/u;

/** JSON that escapes the characters that Go's quoting would break. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u007f-\u009f]|[\ud800-\udfff]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

function checkRawText(where: string, text: string): string {
  if (/\p{Surrogate}/u.test(text)) {
    throw new ContractError(`${where}: found half a surrogate pair, which UTF-8 cannot hold.`);
  }
  const invalid = unquotableByGo.exec(text)?.[0];
  if (invalid !== undefined) {
    throw new ContractError(
      `${where}: found the unprintable character U+${invalid.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}, which a parameter of Argo cannot hold. Output the text as an artifact.`,
    );
  }
  if (text === absentText) {
    throw new ContractError(
      `${where}: the text ${absentText} is reserved for a parameter that does not exist.`,
    );
  }
  return text;
}

/**
 * Decodes the text of a parameter.
 *
 * A list may come from a map: Argo aggregates the texts of its iterations into a JSON list of strings. An item that is a
 * string, although the schema's items are not strings, is therefore decoded once more.
 * @param where names the parameter in messages
 * @throws {ContractError} if the schema requires JSON and the text is not JSON, or the value does not match the schema
 */
export function decodeParameter<T>(where: string, schema: z.ZodType<T>, text: string): T {
  const raw = isRawText(schema);
  const value = raw ? text : fromJson(where, schema, text);
  const result = schema.safeParse(raw ? value : decodeAggregated(schema, value));
  if (!result.success) throw new ContractError(`${where}: ${mismatch(schema, value, result.error)}`);
  return result.data;
}

/**
 * Checks a parameter's text that a person wrote.
 * @param where names the parameter in messages
 * @returns the text as {@link encodeParameter} writes the value
 * @throws {UsageError} if the text does not match the schema
 */
export function checkParameterText(where: string, schema: z.ZodType, text: string): string {
  try {
    return encodeParameter(where, schema, decodeParameter(where, schema, text));
  } catch (error) {
    throw error instanceof ContractError ? new UsageError(error.message) : error;
  }
}

/**
 * The text of a parameter to which nothing is wired: its default, or {@link absentText} for an optional one; undefined for a
 * required one.
 */
export function unwiredText(name: string, port: ParameterPort<unknown, Presence>): string | undefined {
  if (port.need === "optional") return absentText;
  if (port.need === "required") return undefined;
  return encodeParameter(`parameter "${name}"`, port.schema, port.default);
}

/** The text of a mapped parameter output, as Argo makes it: a JSON list of the iterations' texts. */
export function aggregateTexts(texts: readonly string[]): string {
  return JSON.stringify(texts);
}

function fromJson(where: string, schema: z.ZodType, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ContractError(`${where}: found ${showValue(text)}, expected ${describeSchema(schema)}.`);
  }
}

function mismatch(schema: z.ZodType, value: unknown, error: z.core.$ZodError): string {
  const scalar = value === null || typeof value !== "object";
  const detail = scalar ? "" : ` (${describeIssues(error)})`;
  return `found ${showValue(value)}, expected ${describeSchema(schema)}.${detail}`;
}

function decodeAggregated(schema: z.ZodType, value: unknown): unknown {
  if (!hasJsonItems(schema) || !Array.isArray(value)) return value;
  return value.map((item: unknown) => (typeof item === "string" ? parseOrKeep(item) : item));
}

function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
