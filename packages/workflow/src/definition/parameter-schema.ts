import type * as z from "zod";
import { DefinitionError } from "./errors.js";

/**
 * Argo's parameters are strings. If a schema allows only strings, its values are written as they are, otherwise as JSON.
 * Decoding depends on the schema alone, never on the text: `"42"` is a string for `z.string()` and a number for `z.number()`.
 */
type TextForm = "raw" | "json";

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

/** Whether values of a schema are written as they are, not as JSON. */
export function isRawText(schema: z.ZodType): boolean {
  return textForm(schema) === "raw";
}

/** Whether a schema is a list, or a union of lists, whose items are written as JSON. */
export function hasJsonItems(schema: z.ZodType): boolean {
  const items = itemSchemas(schema);
  return items.length > 0 && items.every((item) => textForm(item) === "json");
}

/** The schemas of a list's items; several if the schema is a union of lists. */
function itemSchemas(schema: z.ZodType): readonly z.ZodType[] {
  const inner = unwrap(schema);
  const def = inner._zod.def;
  switch (def.type) {
    case "array":
      return [asSchema((def as z.core.$ZodArrayDef).element)];
    case "nullable":
      return itemSchemas(asSchema((def as z.core.$ZodNullableDef).innerType));
    case "union":
      return (def as z.core.$ZodUnionDef).options.flatMap((option) => itemSchemas(asSchema(option)));
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
