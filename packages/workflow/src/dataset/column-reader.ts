import { BadCell, type CellReader, cellKind } from "./cell.js";
import type { ColumnSchema } from "./dataset.js";
import { NumberValues, numberCellReader } from "./number-column.js";
import { TextValues, textCellReader } from "./text-column.js";

/** Checks the cells of one column and collects their values, row by row. */
export interface ColumnReader {
  /** Reads the cell of the current row. Returns its problem, if it has one. */
  read(cell: string): BadCell | undefined;
  /** Keeps the cell that was read last; otherwise the next cell replaces it. */
  keep(): void;
  /** Returns all kept values. Call it only once. */
  finish(): Float64Array | string[];
}

/** The reader for a column of this schema. */
export function columnReader(schema: ColumnSchema): ColumnReader {
  return cellKind(schema) === "number"
    ? collectValues(numberCellReader(schema), new NumberValues())
    : collectValues(textCellReader(schema), new TextValues());
}

interface Values<Value> {
  set(value: Value): void;
  keep(): void;
  finish(): Float64Array | string[];
}

function collectValues<Value>(readCell: CellReader<Value>, values: Values<Value>): ColumnReader {
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
