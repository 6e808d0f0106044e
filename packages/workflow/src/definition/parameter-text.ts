import type * as z from "zod";
import { ContractError, DefinitionError } from "./errors.js";
import { describeIssues, describeSchema, showValue } from "./schema-text.js";

/**
 * Argo's parameters are strings. A schema whose values are all strings is written raw, any other as JSON. Decoding
 * follows the schema, never the text, so that `"42"` is a text for `z.string()` and a number for `z.number()`.
 */
type TextForm = "raw" | "json";

/**
 * Stands for an optional parameter that does not exist, where a manifest must give a text. It is no JSON, and a text
 * parameter may not have this value. Plain ASCII, as Argo puts parameters into JSON without escaping control characters.
 */
export const absentText = "(absent)";

/**
 * Checks that a schema has one text form.
 * @throws {DefinitionError} where it allows strings and other types, transforms its input, or allows what JSON cannot hold
 */
export function checkParameterSchema(where: string, schema: z.ZodType): void {
  const found = textForm(schema);
  if (found === "raw" || found === "json") return;
  throw new DefinitionError(`${where}: ${found.refused}`);
}

/**
 * The text of a value, as it stands in a manifest, a parameter file and `run.json`.
 * @throws {ContractError} where the value breaks the schema
 */
export function encodeParameter(where: string, schema: z.ZodType, value: unknown): string {
  const result = schema.safeParse(value);
  if (!result.success) throw new ContractError(`${where}: ${complaint(schema, value, result.error)}`);
  if (textForm(schema) !== "raw") return asciiJson(result.data);
  return checkRawText(where, String(result.data));
}

// Argo puts a text into JSON by Go's quoting, whose escapes for these characters are no JSON.
const unquotable = /(?![\b\t\n\f\r])\p{Cc}|(?=[\u{10000}-\u{10ffff}])\p{C}/u;

/** JSON in which characters that Go's quoting would spoil stand as escapes. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u007f-\u009f]|[\ud800-\udfff]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

function checkRawText(where: string, text: string): string {
  if (/\p{Surrogate}/u.test(text)) {
    throw new ContractError(`${where}: found half a surrogate pair, which UTF-8 cannot hold.`);
  }
  const odd = unquotable.exec(text)?.[0];
  if (odd !== undefined) {
    throw new ContractError(
      `${where}: found the unprintable character U+${odd.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}, which a parameter of Argo cannot hold. Put the text out as an artifact.`,
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
 * The value that a text stands for.
 *
 * A list may come from a map: Argo aggregates the text forms of its iterations into a JSON list of strings, so an item
 * that is a string although the schema's items are not is decoded by the items' own rule.
 * @throws {ContractError} where the text is no JSON although the schema wants it, or the value breaks the schema
 */
export function decodeParameter<T>(where: string, schema: z.ZodType<T>, text: string): T {
  const raw = textForm(schema) === "raw";
  const value = raw ? text : fromJson(where, schema, text);
  const result = schema.safeParse(raw ? value : decodeAggregated(schema, value));
  if (!result.success) throw new ContractError(`${where}: ${complaint(schema, value, result.error)}`);
  return result.data;
}

/** Whether values of a schema are written raw, not as JSON. */
export function isRawText(schema: z.ZodType): boolean {
  return textForm(schema) === "raw";
}

/** The text that Argo makes of a mapped parameter output: a JSON list of the iterations' texts. */
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

function complaint(schema: z.ZodType, value: unknown, error: z.core.$ZodError): string {
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

/** What the items of a list may be; several where the schema is a union of lists. */
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
  // What a schema that contains itself sees of itself on the way.
  forms.set(schema, "json");
  const found = findTextForm(schema);
  forms.set(schema, found);
  return found;
}

// zod documents `_zod.def` as its stable surface for libraries; the casts name the definition that belongs to each type.
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

/** JSON, unless a part is something that JSON cannot hold. In there strings and other types stand side by side. */
function ofParts(parts: readonly z.core.$ZodType[]): TextForm | { refused: string } {
  const forms = parts.map((part) => textForm(asSchema(part)));
  return forms.find((form) => typeof form === "object" && form !== mixed) ?? "json";
}

/** A key of an object may be left out. */
function withoutOptional(schema: z.core.$ZodType): z.core.$ZodType {
  const def = schema._zod.def;
  return def.type === "optional" ? (def as z.core.$ZodOptionalDef).innerType : schema;
}

/** A TypeScript enum of numbers also maps its numbers back to its names; these are no values of it. */
function enumValues(entries: z.core.util.EnumLike): readonly unknown[] {
  const numbers = Object.values(entries).filter((value) => typeof value === "number");
  return Object.entries(entries).flatMap(([name, value]) => (numbers.includes(Number(name)) ? [] : [value]));
}

function ofValues(values: readonly unknown[]): TextForm | { refused: string } {
  const odd = values.filter((value) => value === undefined || typeof value === "bigint");
  if (odd.length > 0)
    return {
      refused: `its schema allows ${odd.map(String).join(", ")}, which a parameter's text cannot hold.`,
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

// The core's and the classic schema types are the same objects at run time.
function asSchema(schema: z.core.$ZodType): z.ZodType {
  return schema as z.ZodType;
}
