import * as z from "zod";
import { describeSchema } from "../definition/describe-schema.js";
import { showValue } from "../definition/show-value.js";
import { BadCell, type CellReader } from "./cell.js";
import type { ColumnSchema } from "./dataset.js";

/** Describes what a cell must be: `a number at least 0, or an empty cell`. */
export function describeCell(schema: ColumnSchema): string {
  const inner =
    schema instanceof z.ZodNullable && schema.description === undefined ? schema.unwrap() : undefined;
  return inner instanceof z.ZodType ? `${describeSchema(inner)}, or an empty cell` : describeSchema(schema);
}

/** Reads empty cells: as the schema's output for null, or as `missing` if that output is null. */
export function emptyCellReader<Value extends number | string>(
  schema: ColumnSchema,
  missing: Value,
): CellReader<Value> {
  const result = schema.safeParse(null);
  if (result.success) {
    const value = ofKind(result.data ?? missing, missing);
    return () => value;
  }
  const bad = new BadCell(
    "the cell is empty",
    `${describeCell(schema)}; .nullable() in the dataset's schema would allow empty cells`,
  );
  return () => bad;
}

/** Checks a value with the schema itself and returns the schema's output, or `missing` if that output is null. */
export function readBySchema<Value extends number | string>(
  schema: ColumnSchema,
  value: Value,
  missing: Value,
): Value | BadCell {
  const result = schema.safeParse(value);
  if (result.success) return ofKind(result.data ?? missing, missing);
  const reasons = result.error.issues.filter(({ code }) => code === "custom").map(({ message }) => message);
  return notAllowed(value, describeCell(schema), reasons);
}

/** The problem of a value that has the right type but is not allowed. */
export function notAllowed(
  value: number | string,
  expected: string,
  reasons: readonly string[] = [],
): BadCell {
  const because = reasons.length === 0 ? "" : ` (${reasons.join("; ")})`;
  return new BadCell(`${showValue(value)} is not allowed${because}`, expected);
}

// The compiler checks the type of a transform's output, but its errors may have been suppressed.
function ofKind<Value extends number | string>(value: unknown, example: Value): Value {
  if (typeof value === typeof example) return value as Value;
  throw new TypeError(
    `A column's schema returned ${showValue(value)}, expected a ${typeof example} as in its cells.`,
  );
}
