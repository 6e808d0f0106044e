import type { NumericColumn } from "../columns.js";
import { hashRows } from "./hash-rows.js";

/** Of each slot: the first of its equal rows counted from 1 (0: empty), their hash, and how many there are. Side by side in memory. */
const slotSize = 4;
const slotHash = 1;
const slotCount = 2;

/** How often each distinct row stands in a table: a hash table with open addressing, without an allocation per row. */
export class DistinctRows {
  readonly #columns: readonly NumericColumn[];
  readonly #mask: number;
  readonly #slots: Int32Array;
  /** A bit for each hash of a row, modulo their number: most rows that are not in the table are found out here. */
  readonly #bits: Int32Array;

  /** @param columns of equal length */
  constructor(columns: readonly NumericColumn[]) {
    const hashes = hashRows(columns);
    const slots = 2 ** Math.ceil(Math.log2(2 * hashes.length + 1));
    this.#columns = columns;
    this.#mask = slots - 1;
    this.#slots = new Int32Array(slotSize * slots);
    this.#bits = new Int32Array(Math.max(1, slots / 4));
    for (let row = 0; row < hashes.length; row++) {
      const hash = hashes[row] ?? 0;
      const at = this.#find(columns, row, hash);
      if (this.#slots[at] === 0) {
        this.#slots[at] = row + 1;
        this.#slots[at + slotHash] = hash;
        const word = this.#wordOf(hash);
        this.#bits[word] = (this.#bits[word] ?? 0) | (1 << hash);
      }
      this.#slots[at + slotCount] = (this.#slots[at + slotCount] ?? 0) + 1;
    }
  }

  /**
   * How many rows equal this one, and none at the next call with an equal row.
   * @param columns of the types of the table's columns
   * @param hash of the row, as `hashRows` computes it
   */
  take(columns: readonly NumericColumn[], row: number, hash: number): number {
    if (((this.#bits[this.#wordOf(hash)] ?? 0) & (1 << hash)) === 0) return 0;
    const at = this.#find(columns, row, hash) + slotCount;
    const count = this.#slots[at] ?? 0;
    if (count > 0) this.#slots[at] = 0;
    return count;
  }

  #wordOf(hash: number): number {
    return (hash >>> 5) & (this.#bits.length - 1);
  }

  /** The slot of the row, or the empty one where it would be. */
  #find(columns: readonly NumericColumn[], row: number, hash: number): number {
    let slot = hash & this.#mask;
    for (;;) {
      const at = slotSize * slot;
      const found = this.#slots[at] ?? 0;
      if (found === 0) return at;
      if (this.#slots[at + slotHash] === hash && areEqual(this.#columns, found - 1, columns, row)) return at;
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
