import type * as core from "zod/v4/core";
import { showValue } from "../definition/show-value.js";
import { BadCell, type CellReader } from "./cell.js";
import type { ColumnSchema } from "./dataset.js";
import { numberRule, ruleCheck } from "./number-rule.js";
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

/**
 * A function that checks finite numbers, several times as fast as the schema itself. Only for schemas that have bounds or a
 * list of values; undefined for all others.
 */
export function numberCheck(schema: core.$ZodType): ((value: number) => boolean) | undefined {
  const rule = numberRule(schema);
  return rule === undefined ? undefined : ruleCheck(rule);
}
