import type { NumericColumn } from "../columns.js";

/**
 * A 32-bit hash of each row. Rows of equal numbers have equal hashes if their columns are of equal types; 0 equals −0, and
 * NaN equals NaN.
 * @param columns of equal length
 */
export function hashRows(columns: readonly NumericColumn[]): Int32Array {
  const hashes = new Int32Array(columns[0]?.length ?? 0);
  for (const column of columns) {
    if (column instanceof Float64Array) addFloats(hashes, column);
    else addIntegers(hashes, column);
  }
  for (let row = 0; row < hashes.length; row++) {
    const hash = Math.imul((hashes[row] ?? 0) ^ ((hashes[row] ?? 0) >>> 15), 0x735a2d97);
    hashes[row] = hash ^ (hash >>> 13);
  }
  return hashes;
}

function addFloats(hashes: Int32Array, column: Float64Array): void {
  // Both halves of each number, the lower one first.
  const words = new Int32Array(column.buffer, column.byteOffset, 2 * column.length);
  for (let row = 0; row < hashes.length; row++) {
    let low = words[2 * row] ?? 0;
    let high = words[2 * row + 1] ?? 0;
    const cell = column[row] ?? 0;
    if (cell === 0) high = 0;
    else if (Number.isNaN(cell)) [low, high] = [0, -1];
    hashes[row] = next(hashes[row] ?? 0, low ^ Math.imul(high, 0x9e3779b1));
  }
}

function addIntegers(hashes: Int32Array, column: NumericColumn): void {
  for (let row = 0; row < hashes.length; row++) hashes[row] = next(hashes[row] ?? 0, (column[row] ?? 0) | 0);
}

/** One step of MurmurHash3, without the rotation of the cell. */
function next(hash: number, cell: number): number {
  const mixed = hash ^ Math.imul(cell, 0xcc9e2d51);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}
