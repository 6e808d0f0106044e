import { type Column, isNumericColumn, type NumericColumn } from "../columns.js";
import { ShapeError } from "../errors.js";

/**
 * Counts the rows of a test set that are also in the training set, cell for cell: the model has seen their labels.
 * @param train columns of equal length, labels included
 * @param test the same columns of the test set
 * @returns a whole number from 0 to the test set's rows. Rows are compared by 53-bit hashes: with 1,000,000 rows the
 *   probability of counting one too many is below 1 in 10,000
 * @throws {ShapeError} when the number of columns differs, or a column holds texts in one set and numbers in the other
 */
export function countSharedRows(train: readonly Column[], test: readonly Column[]): number {
  if (train.length !== test.length) {
    throw new ShapeError(
      `countSharedRows: found ${train.length} training and ${test.length} test columns, expected the same number.`,
    );
  }
  const known = new RowHashes(train[0]?.length ?? 0);
  const sought = new RowHashes(test[0]?.length ?? 0);
  train.forEach((column, j) => {
    const other = test[j];
    if (isNumericColumn(column) && isNumericColumn(other)) {
      known.add(column);
      sought.add(other);
    } else if (isNumericColumn(column) || other === undefined || isNumericColumn(other)) {
      throw new ShapeError(
        `countSharedRows: column ${j + 1} holds numbers in one set and texts in the other.`,
      );
    } else {
      const codes = new Map<string, number>();
      known.add(codesOf(column, codes));
      sought.add(codesOf(other, codes));
    }
  });
  const sorted = known.finish().sort();
  return sought.finish().reduce((count, hash) => count + Number(isIn(sorted, hash)), 0);
}

/** A number for each text; equal texts have equal numbers. */
function codesOf(texts: readonly string[], codes: Map<string, number>): Float64Array {
  return Float64Array.from(texts, (text) => {
    const code = codes.get(text);
    if (code !== undefined) return code;
    codes.set(text, codes.size);
    return codes.size - 1;
  });
}

/** Two 32-bit hashes of each row, updated column by column. */
class RowHashes {
  readonly #one: Uint32Array;
  readonly #other: Uint32Array;

  constructor(rows: number) {
    this.#one = new Uint32Array(rows).fill(0x9e3779b9);
    this.#other = new Uint32Array(rows).fill(0x7f4a7c15);
  }

  add(column: NumericColumn): void {
    // −0 and 0 are equal but differ in their bits, and so do NaNs.
    const value = new Float64Array(1);
    const bits = new Uint32Array(value.buffer);
    for (let row = 0; row < column.length; row++) {
      const cell = column[row] ?? Number.NaN;
      value[0] = cell === 0 ? 0 : Number.isNaN(cell) ? Number.NaN : cell;
      const [low = 0, high = 0] = bits;
      this.#one[row] = mix(mix((this.#one[row] ?? 0) ^ low, 0x85ebca6b) ^ high, 0xc2b2ae35);
      this.#other[row] = mix(mix((this.#other[row] ?? 0) ^ high, 0xcc9e2d51) ^ low, 0x1b873593);
    }
  }

  /** Both hashes of each row as one whole number below 2⁵³. */
  finish(): Float64Array {
    return Float64Array.from(this.#one, (one, row) => (one >>> 11) * 2 ** 32 + (this.#other[row] ?? 0));
  }
}

/** @see MurmurHash3, the finaliser of 32 bits */
function mix(hash: number, factor: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), factor);
  return Math.imul(mixed ^ (mixed >>> 13), 0x27d4eb2f) ^ (mixed >>> 15);
}

function isIn(sorted: Float64Array, sought: number): boolean {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) < sought) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === sought;
}
