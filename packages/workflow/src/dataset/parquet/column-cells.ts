import type { NumberArray } from "../../codecs/column-values.js";
import { BadCell } from "../cell.js";
import type { ColumnReader } from "../column-reader.js";
import { ruleCheck } from "../number-rule.js";

/** The cells of one column for some consecutive rows, checked. */
export interface ColumnCells {
  /** Checks the next cells. */
  add(cells: ArrayLike<unknown>): void;
  /** The problems of cells, by row. */
  readonly bad: ReadonlyMap<number, BadCell>;
  /** Rows with an empty cell that may be empty. */
  readonly empty: readonly number[];
  /** Moves the values of the rows to the table, except those left out. */
  move(leftOut: ReadonlySet<number>): void;
}

/** @param rows how many cells there will be */
export function columnCells(reader: ColumnReader, rows: number): ColumnCells {
  return reader.kind === "number" ? numberCells(reader, rows) : textCells(reader);
}

function numberCells(reader: Extract<ColumnReader, { kind: "number" }>, rows: number): ColumnCells {
  const fits = reader.rule === undefined ? undefined : ruleCheck(reader.rule);
  const values: NumberArray = new reader.values.type(rows);
  const bad = new Map<number, BadCell>();
  const empty: number[] = [];
  let row = 0;
  return {
    bad,
    empty,
    add(cells) {
      const numbers = withoutBigInts(cells);
      for (let i = 0; i < numbers.length; i += 1, row += 1) {
        const cell = numbers[i];
        const value = typeof cell === "bigint" ? Number(cell) : cell;
        if (fits !== undefined && typeof value === "number" && Number.isFinite(value) && fits(value)) {
          values[row] = value;
          continue;
        }
        const isEmpty = value === null || value === undefined || Number.isNaN(value);
        const read = reader.readCell(isEmpty ? "" : textOf(value));
        if (read instanceof BadCell) bad.set(row, read);
        else {
          values[row] = read;
          if (isEmpty) empty.push(row);
        }
      }
    },
    move(leftOut) {
      const kept = leftOut.size === 0 ? values : values.filter((_, index) => !leftOut.has(index));
      reader.values.adopt(kept);
    },
  };
}

/** The text of a cell; hyparquet gives dates and timestamps as dates, and one that no date can hold as an invalid one. */
function textOf(value: unknown): string {
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : String(value);
}

/** The numbers of 64-bit integers, from their halves: a BigInt for each would take many times as long. */
function withoutBigInts(cells: ArrayLike<unknown>): ArrayLike<unknown> {
  if (!(cells instanceof BigInt64Array || cells instanceof BigUint64Array)) return cells;
  const low = new Uint32Array(cells.buffer, cells.byteOffset, 2 * cells.length);
  const high = cells instanceof BigInt64Array ? new Int32Array(low.buffer, low.byteOffset, low.length) : low;
  return Float64Array.from(
    { length: cells.length },
    (_, i) => (high[2 * i + 1] ?? 0) * 2 ** 32 + (low[2 * i] ?? 0),
  );
}

function textCells(reader: Extract<ColumnReader, { kind: "text" }>): ColumnCells {
  const known = new Map<string, string | BadCell>();
  const values: string[] = [];
  const bad = new Map<number, BadCell>();
  const empty: number[] = [];
  const readText = (text: string): string | BadCell => {
    const found = reader.isPlain ? known.get(text) : undefined;
    if (found !== undefined) return found;
    const read = reader.readCell(text);
    if (known.size < 10_000) known.set(text, read);
    return read;
  };
  return {
    bad,
    empty,
    add(cells) {
      for (let i = 0; i < cells.length; i += 1) {
        const cell = cells[i];
        const text = typeof cell === "string" ? cell : "";
        const read = readText(text);
        if (read instanceof BadCell) bad.set(values.length, read);
        else if (reader.mayBeEmpty && text.trim() === "") empty.push(values.length);
        values.push(read instanceof BadCell ? "" : read);
      }
    },
    move(leftOut) {
      for (const [row, value] of values.entries()) if (!leftOut.has(row)) reader.values.append(value);
    },
  };
}
