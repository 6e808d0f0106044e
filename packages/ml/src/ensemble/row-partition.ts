/** Numbers of rows, of which each node of a tree has a range. Within a range they are in the order of the table. */
export class RowPartition {
  readonly rows: Uint32Array;
  readonly #right: Uint32Array;

  constructor(nRows: number) {
    this.rows = new Uint32Array(nRows);
    this.#right = new Uint32Array(nRows);
  }

  /** All rows in one range. */
  reset(): void {
    for (let i = 0; i < this.rows.length; i++) this.rows[i] = i;
  }

  /**
   * Divides the range from start to end, end excluded.
   * @param goesLeft 1 for each bin whose rows go left
   * @returns where the right part starts
   */
  divide(start: number, end: number, bins: Uint8Array, goesLeft: Uint8Array): number {
    const { rows } = this;
    const right = this.#right;
    let middle = start;
    let nRight = 0;
    for (let i = start; i < end; i++) {
      const row = rows[i] ?? 0;
      if (goesLeft[bins[row] ?? 0] === 1) rows[middle++] = row;
      else right[nRight++] = row;
    }
    rows.set(right.subarray(0, nRight), middle);
    return middle;
  }
}
