import { BadCell, type CellReader } from "./bad-cell.js";
import { cellKind } from "./cell-kind.js";
import type { ColumnSchema } from "./dataset.js";
import { numberCellReader } from "./number-cell.js";
import { NumberValues } from "./number-values.js";
import { textCellReader } from "./text-cell.js";
import { TextValues } from "./text-values.js";

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
