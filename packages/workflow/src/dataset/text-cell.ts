import * as core from "zod/v4/core";
import type { CellReader } from "./bad-cell.js";
import type { ColumnSchema } from "./dataset.js";
import { describeCell, emptyCellReader, notAllowed, readBySchema } from "./schema-cell.js";

/** Reads the cells of a column of strings, including whitespace. An empty cell is "" if the schema allows it. */
export function textCellReader(schema: ColumnSchema): CellReader<string> {
  const expected = describeCell(schema);
  const readEmptyCell = emptyCellReader(schema, "");
  const fits = textCheck(schema);
  return (cell) => {
    if (cell === "") return readEmptyCell(cell);
    if (fits === undefined) return readBySchema(schema, cell, "");
    return fits(cell) ? cell : notAllowed(cell, expected);
  };
}

/** A function that checks a text, for schemas that list strings or allow any; undefined for all others. */
function textCheck(schema: core.$ZodType): ((text: string) => boolean) | undefined {
  if (schema._zod.def.checks?.length) return undefined;
  if (schema instanceof core.$ZodNullable) return textCheck(schema._zod.def.innerType);
  if (schema instanceof core.$ZodLiteral || schema instanceof core.$ZodEnum) {
    const values = schema._zod.values;
    return (text) => values.has(text);
  }
  const isAnyText = schema instanceof core.$ZodString && !(schema instanceof core.$ZodStringFormat);
  return isAnyText ? () => true : undefined;
}
