import * as z from "zod";
import type { CellReader } from "./bad-cell.js";
import type { ColumnSchema } from "./dataset.js";
import { describeCell, emptyCellReader, notAllowed, readBySchema } from "./schema-cell.js";

/** Reads the cells of a column of texts, blanks included; an empty cell is "" where the schema allows it. */
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

/** Whether a text fits, for schemas that are a list of texts or allow any; undefined for all others. */
function textCheck(schema: z.core.$ZodType): ((text: string) => boolean) | undefined {
  if (schema._zod.def.checks?.length) return undefined;
  if (schema instanceof z.core.$ZodNullable) return textCheck(schema._zod.def.innerType);
  if (schema instanceof z.core.$ZodLiteral || schema instanceof z.core.$ZodEnum) {
    const values = schema._zod.values;
    return (text) => values.has(text);
  }
  const isAnyText = schema instanceof z.core.$ZodString && !(schema instanceof z.core.$ZodStringFormat);
  return isAnyText ? () => true : undefined;
}
