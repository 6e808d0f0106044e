import type { ColumnReader } from "../column-reader.js";
import type { ScannedColumn } from "./scanned-column.js";

/** A column of texts of which the scanner has written the numbers in its table. */
export class ScannedTexts implements ScannedColumn {
  readonly #view: Uint32Array;
  readonly #reader: Extract<ColumnReader, { kind: "text" }>;
  readonly #texts: string[] = [];
  readonly #blanks = new Set<number>();

  /** @param view the scanner's memory, in which it writes the numbers of the texts */
  constructor(reader: Extract<ColumnReader, { kind: "text" }>, view: Uint32Array) {
    this.#view = view;
    this.#reader = reader;
  }

  /** Adds the next text of the scanner's table. */
  add(text: string): void {
    if (text.trim() === "") this.#blanks.add(this.#texts.length);
    this.#texts.push(text);
  }

  check(_from: number, to: number): number {
    return to;
  }

  *emptyCells(from: number, to: number): Iterable<number> {
    if (!this.#reader.mayBeEmpty || this.#blanks.size === 0) return;
    for (let row = from; row < to; row += 1) if (this.#blanks.has(this.#view[row] ?? 0)) yield row;
  }

  move(rows: number): void {
    this.#reader.values.appendAll(this.#view.subarray(0, rows), this.#texts);
  }
}
