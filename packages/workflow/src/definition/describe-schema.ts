import type * as z from "zod";
import { alternativesOf, jsonSchemaOf } from "./json-schema.js";

/**
 * Describes what a schema accepts: "a number greater than 0 and less than 1", "one of: keep, median".
 * Uses the schema's own description, otherwise the JSON schema that zod derives; "a valid value" if there is neither.
 */
export function describeSchema(schema: z.ZodType): string {
  const described = schema.description;
  if (described !== undefined) return described;
  const found = jsonSchemaOf(schema);
  return found === undefined ? "a valid value" : describe(found);
}

function describe(schema: z.core.JSONSchema._JSONSchema): string {
  if (typeof schema === "boolean") return "any value";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return `one of: ${schema.enum.join(", ")}`;
  const alternatives = alternativesOf(schema);
  if (alternatives !== undefined) return alternatives.map(describe).join(" or ");
  switch (schema.type) {
    case "integer":
      return `an integer${range(schema, Number.MAX_SAFE_INTEGER)}`;
    case "number":
      return `a number${range(schema, Number.MAX_VALUE)}`;
    case "string":
      return `a text${schema.format === undefined ? "" : ` (${schema.format})`}${length(schema)}`;
    case "boolean":
      return "true or false";
    case "null":
      return "null";
    case "array": {
      if (schema.prefixItems !== undefined) return `a list of ${schema.prefixItems.map(describe).join(", ")}`;
      const items = Array.isArray(schema.items) ? undefined : schema.items;
      return items === undefined ? "a list" : `a list, each item ${describe(items)}`;
    }
    case "object": {
      const names = Object.keys(schema.properties ?? {});
      return names.length === 0 ? "an object" : `an object with ${names.join(", ")}`;
    }
    default:
      return "a valid value";
  }
}

function range(schema: z.core.JSONSchema.BaseSchema, limit: number): string {
  const low =
    schema.exclusiveMinimum !== undefined
      ? `greater than ${schema.exclusiveMinimum}`
      : schema.minimum !== undefined && schema.minimum > -limit
        ? `at least ${schema.minimum}`
        : undefined;
  const high =
    schema.exclusiveMaximum !== undefined
      ? `less than ${schema.exclusiveMaximum}`
      : schema.maximum !== undefined && schema.maximum < limit
        ? `at most ${schema.maximum}`
        : undefined;
  const bounds = [low, high].filter((bound) => bound !== undefined);
  return bounds.length === 0 ? "" : ` ${bounds.join(" and ")}`;
}

function length(schema: z.core.JSONSchema.BaseSchema): string {
  if (schema.pattern !== undefined && schema.format === undefined) return ` matching ${schema.pattern}`;
  const { minLength, maxLength } = schema;
  if (minLength !== undefined && maxLength !== undefined)
    return ` of ${minLength} to ${maxLength} characters`;
  if (minLength !== undefined) return ` of at least ${minLength} characters`;
  if (maxLength !== undefined) return ` of at most ${maxLength} characters`;
  return "";
}
