import type * as z from "zod";
import { alternativesOf, jsonSchemaOf } from "./json-schema.js";

/** The strings that a schema allows, as choices for a form; undefined if they cannot be listed. */
export function choicesOf(schema: z.ZodType): readonly string[] | undefined {
  const found = jsonSchemaOf(schema);
  const values = found === undefined ? undefined : listedValues(found);
  return values?.every((value) => typeof value === "string") ? values : undefined;
}

/** Whether the text form of a value may contain a character; false only if it certainly cannot. */
export function mayHold(schema: z.ZodType, character: string): boolean {
  const found = jsonSchemaOf(schema);
  return found === undefined || mayHoldIn(found, character);
}

function mayHoldIn(schema: z.core.JSONSchema._JSONSchema, character: string): boolean {
  if (typeof schema === "boolean") return true;
  const values = listedValues(schema);
  if (values !== undefined) return JSON.stringify(values).includes(character);
  const alternatives = alternativesOf(schema);
  if (alternatives !== undefined) return alternatives.some((each) => mayHoldIn(each, character));
  const { type, items, prefixItems } = schema;
  if (type === "array" && items !== undefined && !Array.isArray(items) && prefixItems === undefined) {
    return mayHoldIn(items, character);
  }
  return type !== "number" && type !== "integer" && type !== "boolean" && type !== "null";
}

function listedValues({
  enum: values,
  const: value,
}: z.core.JSONSchema.BaseSchema): readonly unknown[] | undefined {
  return values ?? (value === undefined ? undefined : [value]);
}
