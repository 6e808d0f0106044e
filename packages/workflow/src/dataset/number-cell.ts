import { showValue } from "../definition/schema-text.js";
import { BadCell, type CellReader } from "./bad-cell.js";
import type { ColumnSchema } from "./dataset.js";
import { numberCheck } from "./number-check.js";
import { parseNumber } from "./parse-number.js";
import { describeCell, emptyCellReader, notAllowed, readBySchema } from "./schema-cell.js";

/** Reads the cells of a column of numbers. An empty cell is NaN if the schema allows it. */
export function numberCellReader(schema: ColumnSchema): CellReader<number> {
  const expected = describeCell(schema);
  const readEmptyCell = emptyCellReader(schema, Number.NaN);
  const fits = numberCheck(schema);
  return (cell) => {
    const value = parseNumber(cell);
    if (!Number.isFinite(value)) {
      if (cell.trim() === "") return readEmptyCell(cell);
      const kind = Number.isNaN(value) ? "a number" : "a finite number";
      return new BadCell(`${showValue(cell)} is not ${kind}`, expected);
    }
    if (fits === undefined) return readBySchema(schema, value, Number.NaN);
    return fits(value) ? value : notAllowed(value, expected);
  };
}
