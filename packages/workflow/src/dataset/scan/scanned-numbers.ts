import type { NumberArray } from "../../codecs/column-values.js";
import type { ColumnReader } from "../column-reader.js";
import type { ScannedColumn } from "./scanned-column.js";

/** A column of numbers whose bounds the scanner has checked. */
export class ScannedNumbers implements ScannedColumn {
  readonly #view: NumberArray;
  readonly #reader: Extract<ColumnReader, { kind: "number" }>;

  /** @param view the scanner's memory, in which it writes the numbers */
  constructor(reader: Extract<ColumnReader, { kind: "number" }>, view: NumberArray) {
    this.#view = view;
    this.#reader = reader;
  }

  check(from: number, to: number): number {
    const list = this.#reader.rule?.list;
    if (list === undefined) return to;
    for (let row = from; row < to; row += 1) {
      const value = this.#view[row];
      if (!list.has(value) && !Number.isNaN(value)) return row;
    }
    return to;
  }

  *emptyCells(from: number, to: number): Iterable<number> {
    if (!this.#reader.mayBeEmpty) return;
    for (let row = from; row < to; row += 1) if (Number.isNaN(this.#view[row])) yield row;
  }

  move(rows: number): void {
    this.#reader.values.appendAll(this.#view.subarray(0, rows));
  }
}
