import { BadCell, type CellReader } from "../cell.js";
import type { ScannedColumn } from "./scanned-column.js";

interface Reader<Value> {
  readonly readCell: CellReader<Value>;
  readonly values: { append(value: Value): void };
  readonly mayBeEmpty: boolean;
}

/** A column whose cells the scanner has only found: its reader reads each. */
export class ScannedPlaces<Value> implements ScannedColumn {
  readonly #reader: Reader<Value>;
  readonly #places: Uint32Array;
  readonly #memory: Buffer;
  readonly #isWholeRow: boolean;
  #values: Value[] = [];
  #empty: number[] = [];

  /**
   * @param places where each cell begins and ends in the memory
   * @param isWholeRow whether the file has no other column: a blank cell is no row then
   */
  constructor(reader: Reader<Value>, places: Uint32Array, memory: Buffer, isWholeRow: boolean) {
    this.#reader = reader;
    this.#places = places;
    this.#memory = memory;
    this.#isWholeRow = isWholeRow;
  }

  check(from: number, to: number): number {
    this.#values.length = from;
    this.#empty = [];
    for (let row = from; row < to; row += 1) {
      const cell = this.#memory.toString("utf8", this.#places[2 * row], this.#places[2 * row + 1]);
      const isBlank = (this.#isWholeRow || this.#reader.mayBeEmpty) && cell.trim() === "";
      if (isBlank && this.#isWholeRow) return row;
      const value = this.#reader.readCell(cell);
      if (value instanceof BadCell) return row;
      this.#values.push(value);
      if (isBlank) this.#empty.push(row);
    }
    return to;
  }

  emptyCells(_from: number, to: number): Iterable<number> {
    return this.#empty.filter((row) => row < to);
  }

  move(rows: number): void {
    for (const value of this.#values.slice(0, rows)) this.#reader.values.append(value);
    this.#values = [];
  }
}
