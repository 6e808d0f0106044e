import { BadCell, type CellReader } from "./bad-cell.js";
import { cellKind } from "./cell-kind.js";
import type { ColumnSchema } from "./dataset.js";
import { numberCellReader } from "./number-cell.js";
import { NumberValues } from "./number-values.js";
import { textCellReader } from "./text-cell.js";
import { TextValues } from "./text-values.js";

/** Checks the cells of one column and gathers their values, row by row. */
export interface ColumnReader {
  /** Reads the cell of the row at hand, or says what is wrong with it. */
  read(cell: string): BadCell | undefined;
  /** Keeps the cell read last; without this the next cell takes its place. */
  keep(): void;
  /** All values kept; to be called once. */
  finish(): Float64Array | string[];
}

/** The reader for a column of this schema. */
export function columnReader(schema: ColumnSchema): ColumnReader {
  return cellKind(schema) === "number"
    ? gather(numberCellReader(schema), new NumberValues())
    : gather(textCellReader(schema), new TextValues());
}

interface Values<Value> {
  set(value: Value): void;
  keep(): void;
  finish(): Float64Array | string[];
}

function gather<Value>(readCell: CellReader<Value>, values: Values<Value>): ColumnReader {
  return {
    read(cell) {
      const value = readCell(cell);
      if (value instanceof BadCell) return value;
      values.set(value);
      return undefined;
    },
    keep: () => values.keep(),
    finish: () => values.finish(),
  };
}
