import type * as z from "zod";
import { ContractError, DefinitionError, UsageError } from "./errors.js";
import type { ParameterPort, Presence } from "./port.js";
import { describeIssues, describeSchema, showValue } from "./schema-text.js";

/**
 * Argo's parameters are strings. If a schema allows only strings, its values are written as they are, otherwise as JSON.
 * Decoding depends on the schema alone, never on the text: `"42"` is a string for `z.string()` and a number for `z.number()`.
 */
type TextForm = "raw" | "json";

/**
 * The text of an optional parameter that does not exist, where a manifest requires a text. It is not valid JSON, and a
 * string parameter may not have this value. Plain ASCII, because Argo puts parameters into JSON without escaping control
 * characters.
 */
export const absentText = "(absent)";

/**
 * Checks that a schema has exactly one text form.
 * @param where names the parameter in messages
 * @throws {DefinitionError} if it allows strings and other types, transforms its input, or allows values that JSON cannot
 *   hold
 */
export function checkParameterSchema(where: string, schema: z.ZodType): void {
  const found = textForm(schema);
  if (found === "raw" || found === "json") return;
  throw new DefinitionError(`${where}: ${found.refused}`);
}

/**
 * Encodes a value as it is written to a manifest, a parameter file and `run.json`.
 * @param where names the parameter in messages
 * @throws {ContractError} if the value does not match the schema or has characters that Argo cannot pass on
 */
export function encodeParameter(where: string, schema: z.ZodType, value: unknown): string {
  const result = schema.safeParse(value);
  if (!result.success) throw new ContractError(`${where}: ${mismatch(schema, value, result.error)}`);
  if (textForm(schema) !== "raw") return asciiJson(result.data);
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
  const raw = textForm(schema) === "raw";
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

/** Whether values of a schema are written as they are, not as JSON. */
export function isRawText(schema: z.ZodType): boolean {
  return textForm(schema) === "raw";
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
  const elements = elementsOf(schema);
  const aggregated = elements.length > 0 && elements.every((element) => textForm(element) === "json");
  if (!aggregated || !Array.isArray(value)) return value;
  return value.map((item: unknown) => (typeof item === "string" ? parseOrKeep(item) : item));
}

function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The schemas of a list's items; several if the schema is a union of lists. */
function elementsOf(schema: z.ZodType): readonly z.ZodType[] {
  const inner = unwrap(schema);
  const def = inner._zod.def;
  switch (def.type) {
    case "array":
      return [asSchema((def as z.core.$ZodArrayDef).element)];
    case "nullable":
      return elementsOf(asSchema((def as z.core.$ZodNullableDef).innerType));
    case "union":
      return (def as z.core.$ZodUnionDef).options.flatMap((option) => elementsOf(asSchema(option)));
    default:
      return [];
  }
}

const forms = new WeakMap<z.ZodType, TextForm | { refused: string }>();

function textForm(schema: z.ZodType): TextForm | { refused: string } {
  const known = forms.get(schema);
  if (known !== undefined) return known;
  // A recursive schema finds this entry for itself.
  forms.set(schema, "json");
  const found = findTextForm(schema);
  forms.set(schema, found);
  return found;
}

// zod documents `_zod.def` as its stable surface for libraries; each cast names the definition type that belongs to `def.type`.
function findTextForm(schema: z.ZodType): TextForm | { refused: string } {
  const inner = unwrap(schema);
  const def = inner._zod.def;
  switch (def.type) {
    case "string":
    case "template_literal":
      return "raw";
    case "enum":
      return ofValues(enumValues((def as z.core.$ZodEnumDef).entries));
    case "literal":
      return ofValues((def as z.core.$ZodLiteralDef<z.core.util.Literal>).values);
    case "union":
      return (def as z.core.$ZodUnionDef).options.map((option) => textForm(asSchema(option))).reduce(combine);
    case "nullable":
      return combine(textForm(asSchema((def as z.core.$ZodNullableDef).innerType)), "json");
    case "lazy":
      return textForm(asSchema((def as z.core.$ZodLazyDef).getter()));
    case "number":
    case "int":
    case "boolean":
    case "null":
      return "json";
    case "array":
      return ofParts([(def as z.core.$ZodArrayDef).element]);
    case "tuple": {
      const { items, rest } = def as z.core.$ZodTupleDef;
      return ofParts(rest === null ? items : [...items, rest]);
    }
    case "object":
      return ofParts(Object.values((def as z.core.$ZodObjectDef).shape).map(withoutOptional));
    case "record":
      return ofParts([(def as z.core.$ZodRecordDef).valueType]);
    case "intersection": {
      const { left, right } = def as z.core.$ZodIntersectionDef;
      return ofParts([left, right]);
    }
    case "any":
    case "unknown":
      return mixed;
    case "optional":
      return { refused: "its schema is optional. Wrap the whole input instead: optional(parameter(…))." };
    case "pipe":
    case "transform":
    case "catch":
      return {
        refused: "its schema changes the value that it checks. A parameter's schema must only check it.",
      };
    default:
      return { refused: `its schema allows ${def.type} values, which a parameter's text cannot hold.` };
  }
}

const mixed = {
  refused:
    "its schema allows strings and other types, so that its text would be ambiguous. Allow one of them, or use an object.",
};

/** JSON, unless JSON cannot hold one of the parts. Inside JSON, strings and other types can be mixed. */
function ofParts(parts: readonly z.core.$ZodType[]): TextForm | { refused: string } {
  const forms = parts.map((part) => textForm(asSchema(part)));
  return forms.find((form) => typeof form === "object" && form !== mixed) ?? "json";
}

/** The schema inside `.optional()`: a key of an object may be missing. */
function withoutOptional(schema: z.core.$ZodType): z.core.$ZodType {
  const def = schema._zod.def;
  return def.type === "optional" ? (def as z.core.$ZodOptionalDef).innerType : schema;
}

/** A TypeScript enum of numbers also maps its numbers back to its names; those entries are not values of the enum. */
function enumValues(entries: z.core.util.EnumLike): readonly unknown[] {
  const numbers = Object.values(entries).filter((value) => typeof value === "number");
  return Object.entries(entries).flatMap(([name, value]) => (numbers.includes(Number(name)) ? [] : [value]));
}

function ofValues(values: readonly unknown[]): TextForm | { refused: string } {
  const invalid = values.filter((value) => value === undefined || typeof value === "bigint");
  if (invalid.length > 0)
    return {
      refused: `its schema allows ${invalid.map(String).join(", ")}, which a parameter's text cannot hold.`,
    };
  return values
    .map((value): TextForm => (typeof value === "string" ? "raw" : "json"))
    .reduce<TextForm | { refused: string }>(
      (all, form) => combine(all, form),
      values.every(isString) ? "raw" : "json",
    );
}

function isString(value: unknown): boolean {
  return typeof value === "string";
}

function combine(
  a: TextForm | { refused: string },
  b: TextForm | { refused: string },
): TextForm | { refused: string } {
  if (typeof a === "object") return a;
  if (typeof b === "object") return b;
  return a === b ? a : mixed;
}

function unwrap(schema: z.ZodType): z.ZodType {
  const def = schema._zod.def;
  switch (def.type) {
    case "default":
    case "prefault":
    case "readonly":
    case "nonoptional":
      return unwrap(asSchema((def as z.core.$ZodDefaultDef).innerType));
    default:
      return schema;
  }
}

// zod's core and classic schema types are the same objects at run time.
function asSchema(schema: z.core.$ZodType): z.ZodType {
  return schema as z.ZodType;
}
