import * as z from "zod";

/** The JSON schema of a schema's output, as zod derives it; undefined if zod cannot. */
export function jsonSchemaOf(schema: z.ZodType): z.core.JSONSchema.BaseSchema | undefined {
  try {
    return z.toJSONSchema(schema, { io: "output", unrepresentable: "any" });
  } catch {
    return undefined;
  }
}

/** The alternatives of a JSON schema; undefined if it has none. */
export function alternativesOf(
  schema: z.core.JSONSchema.BaseSchema,
): readonly z.core.JSONSchema._JSONSchema[] | undefined {
  return schema.anyOf ?? schema.oneOf ?? typesOf(schema);
}

/** zod abbreviates alternatives without constraints: `"type": ["number", "null"]`. */
function typesOf(schema: z.core.JSONSchema.BaseSchema): z.core.JSONSchema.BaseSchema[] | undefined {
  const type: unknown = schema.type;
  return Array.isArray(type) ? type.map((each) => ({ ...schema, type: each })) : undefined;
}
