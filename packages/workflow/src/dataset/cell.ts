import * as core from "zod/v4/core";

/** The problem of a cell. */
export class BadCell {
  constructor(
    /** What was found, as a clause: `"12O" is not a number`. */
    readonly found: string,
    /** What the column's cells must be: `a number at least 0`. */
    readonly expected: string,
  ) {}
}

/** Parses a cell and checks it with its column's schema. */
export type CellReader<Value> = (cell: string) => Value | BadCell;

/**
 * Whether a schema accepts numbers or strings (or one of them and null); undefined for all other schemas, including coercing
 * ones, which would convert an empty cell to 0.
 */
export function cellKind(schema: core.$ZodType): "number" | "text" | undefined {
  if (schema instanceof core.$ZodNumber) return schema._zod.def.coerce ? undefined : "number";
  if (schema instanceof core.$ZodString) return schema._zod.def.coerce ? undefined : "text";
  if (schema instanceof core.$ZodTemplateLiteral) return "text";
  if (schema instanceof core.$ZodLiteral || schema instanceof core.$ZodEnum) {
    return commonKind([...schema._zod.values].filter((value) => value !== null).map(kindOfValue));
  }
  if (schema instanceof core.$ZodNullable || schema instanceof core.$ZodReadonly) {
    return cellKind(schema._zod.def.innerType);
  }
  if (schema instanceof core.$ZodPipe) return cellKind(schema._zod.def.in);
  if (schema instanceof core.$ZodUnion) {
    return commonKind(schema._zod.def.options.filter((option) => !isNull(option)).map(cellKind));
  }
  return undefined;
}

function kindOfValue(value: unknown): "number" | "text" | undefined {
  if (typeof value === "number") return "number";
  return typeof value === "string" ? "text" : undefined;
}

function commonKind(kinds: readonly ("number" | "text" | undefined)[]): "number" | "text" | undefined {
  return kinds.every((kind) => kind === kinds[0]) ? kinds[0] : undefined;
}

function isNull(schema: core.$ZodType): boolean {
  return schema instanceof core.$ZodNull;
}
