import type { NumericColumn } from "../columns.js";
import { hashRows } from "./hash-rows.js";

/** How often each distinct row stands in a table: a hash table with open addressing, without an allocation per row. */
export class DistinctRows {
  readonly #columns: readonly NumericColumn[];
  readonly #mask: number;
  /** Of each slot: the first of its equal rows counted from 1 (0: empty), their hash, and how many there are. */
  readonly #rows: Int32Array;
  readonly #hashes: Int32Array;
  readonly #counts: Uint32Array;

  /** @param columns of equal length */
  constructor(columns: readonly NumericColumn[]) {
    const hashes = hashRows(columns);
    const slots = 2 ** Math.ceil(Math.log2(2 * hashes.length + 1));
    this.#columns = columns;
    this.#mask = slots - 1;
    this.#rows = new Int32Array(slots);
    this.#hashes = new Int32Array(slots);
    this.#counts = new Uint32Array(slots);
    for (let row = 0; row < hashes.length; row++) {
      const hash = hashes[row] ?? 0;
      const slot = this.#find(columns, row, hash);
      if (this.#rows[slot] === 0) {
        this.#rows[slot] = row + 1;
        this.#hashes[slot] = hash;
      }
      this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
    }
  }

  /**
   * How many rows equal this one, and none at the next call with an equal row.
   * @param columns of the types of the table's columns
   * @param hash of the row, as `hashRows` computes it
   */
  take(columns: readonly NumericColumn[], row: number, hash: number): number {
    const slot = this.#find(columns, row, hash);
    const count = this.#counts[slot] ?? 0;
    if (count > 0) this.#counts[slot] = 0;
    return count;
  }

  /** The slot of the row, or the empty one where it would be. */
  #find(columns: readonly NumericColumn[], row: number, hash: number): number {
    let slot = hash & this.#mask;
    for (;;) {
      const found = this.#rows[slot] ?? 0;
      if (found === 0) return slot;
      if (this.#hashes[slot] === hash && areEqual(this.#columns, found - 1, columns, row)) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }
}

function areEqual(
  columns: readonly NumericColumn[],
  row: number,
  others: readonly NumericColumn[],
  otherRow: number,
): boolean {
  return columns.every((column, j) => {
    const [cell = Number.NaN, other = Number.NaN] = [column[row], others[j]?.[otherRow]];
    return cell === other || (Number.isNaN(cell) && Number.isNaN(other));
  });
}
