import type { NumberArray } from "../codecs/column-values.js";
import { BadCell, type CellReader, cellKind } from "./cell.js";
import type { ColumnDefinition } from "./dataset.js";
import { DateColumn, dateCellReader } from "./date-column.js";
import { numberCellReader } from "./number-column.js";
import { type NumberRule, numberRule } from "./number-rule.js";
import { NumberValues, narrowestType } from "./number-values.js";
import { TextValues, textCellReader, textCheck } from "./text-column.js";

/** Checks the cells of one column and collects their values, row by row. */
export type ColumnReader = NumberColumnReader | TextColumnReader;

interface Cells {
  /** Reads the cell of the current row. Returns its problem, if it has one. */
  read(cell: string): BadCell | undefined;
  /** Keeps the cell that was read last; otherwise the next cell replaces it. */
  keep(): void;
  /** Returns all kept values. Call it only once. */
  finish(): NumberArray | string[];
  /** Whether the schema allows empty cells. */
  readonly mayBeEmpty: boolean;
}

interface NumberColumnReader extends Cells {
  readonly kind: "number";
  readonly readCell: CellReader<number>;
  readonly values: NumberValues;
  /** Undefined if only the schema itself can check the numbers. */
  readonly rule: NumberRule | undefined;
  /** Whether the cells are dates, and the values days. */
  readonly isDate: boolean;
}

interface TextColumnReader extends Cells {
  readonly kind: "text";
  readonly readCell: CellReader<string>;
  readonly values: TextValues;
  /** Whether equal cells have equal values: the schema lists texts, or allows any. */
  readonly isPlain: boolean;
}

/** The reader for a column of this schema, or of dates. */
export function columnReader(schema: ColumnDefinition): ColumnReader {
  if (schema instanceof DateColumn) {
    const { mayBeEmpty } = schema;
    const values = new NumberValues();
    const readCell = dateCellReader(schema);
    const rule = undefined;
    return {
      kind: "number",
      isDate: true,
      readCell,
      values,
      rule,
      mayBeEmpty,
      ...collectValues(readCell, values),
    };
  }
  const mayBeEmpty = schema.safeParse(null).success;
  if (cellKind(schema) === "number") {
    const rule = numberRule(schema);
    const values = new NumberValues(narrowestType(rule, mayBeEmpty));
    const readCell = numberCellReader(schema);
    return {
      kind: "number",
      isDate: false,
      readCell,
      values,
      rule,
      mayBeEmpty,
      ...collectValues(readCell, values),
    };
  }
  const values = new TextValues();
  const readCell = textCellReader(schema);
  const isPlain = textCheck(schema) !== undefined;
  return { kind: "text", readCell, values, isPlain, mayBeEmpty, ...collectValues(readCell, values) };
}

interface Values<Value> {
  set(value: Value): void;
  keep(): void;
  finish(): NumberArray | string[];
}

function collectValues<Value>(
  readCell: CellReader<Value>,
  values: Values<Value>,
): Pick<Cells, "read" | "keep" | "finish"> {
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
