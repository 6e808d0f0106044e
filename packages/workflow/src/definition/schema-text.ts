import * as z from "zod";

/**
 * Describes what a schema accepts: "a number greater than 0 and less than 1", "one of: keep, median".
 * Uses the schema's own description, otherwise the JSON schema that zod derives; "a valid value" if there is neither.
 */
export function describeSchema(schema: z.ZodType): string {
  const described = schema.description;
  if (described !== undefined) return described;
  try {
    return describe(z.toJSONSchema(schema, { io: "output", unrepresentable: "any" }));
  } catch {
    return "a valid value";
  }
}

function describe(schema: z.core.JSONSchema._JSONSchema): string {
  if (typeof schema === "boolean") return "any value";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return `one of: ${schema.enum.join(", ")}`;
  const alternatives = schema.anyOf ?? schema.oneOf ?? typesOf(schema);
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

/** zod abbreviates alternatives without constraints: `"type": ["number", "null"]`. */
function typesOf(schema: z.core.JSONSchema.BaseSchema): z.core.JSONSchema.BaseSchema[] | undefined {
  const type: unknown = schema.type;
  return Array.isArray(type) ? type.map((each) => ({ ...schema, type: each })) : undefined;
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

/** The strings that a schema allows, as choices for a form; undefined if they cannot be listed. */
export function choicesOf(schema: z.ZodType): readonly string[] | undefined {
  try {
    const found = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" });
    const values = found.enum ?? (found.const === undefined ? undefined : [found.const]);
    return values?.every((value) => typeof value === "string") ? values : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the text form of a value may contain a character; false only if it certainly cannot. */
export function mayHold(schema: z.ZodType, character: string): boolean {
  try {
    return mayHoldIn(z.toJSONSchema(schema, { io: "output", unrepresentable: "any" }), character);
  } catch {
    return true;
  }
}

function mayHoldIn(schema: z.core.JSONSchema._JSONSchema, character: string): boolean {
  if (typeof schema === "boolean") return true;
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (values !== undefined) return JSON.stringify(values).includes(character);
  const alternatives = schema.anyOf ?? schema.oneOf ?? typesOf(schema);
  if (alternatives !== undefined) return alternatives.some((each) => mayHoldIn(each, character));
  const { type, items, prefixItems } = schema;
  if (type === "array" && items !== undefined && !Array.isArray(items) && prefixItems === undefined) {
    return mayHoldIn(items, character);
  }
  return type !== "number" && type !== "integer" && type !== "boolean" && type !== "null";
}

/** A value as messages show it: JSON, cut to 80 characters. */
export function showValue(value: unknown): string {
  const text = typeof value === "number" || value === undefined ? String(value) : asJson(value);
  return text.length <= 80 ? text : `${text.slice(0, 77)}…`;
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // JSON cannot hold a bigint or a circular value.
    return String(value);
  }
}

/**
 * The issues that a schema found, one clause each with its path: `metrics.auc: expected number, received string`.
 * At most five clauses, then their number.
 */
export function describeIssues(error: z.core.$ZodError): string {
  const clauses = error.issues.map((issue) => {
    const path = issue.path.map(String).join(".");
    return `${path === "" ? "" : `${path}: `}${lowerFirst(issue.message)}`;
  });
  const more = clauses.length > 5 ? `; and ${clauses.length - 5} more` : "";
  return clauses.slice(0, 5).join("; ") + more;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
