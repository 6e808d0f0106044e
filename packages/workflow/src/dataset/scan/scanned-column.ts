/** The values of one column for the rows that the scanner has read and that are not in the table yet. */
export interface ScannedColumn {
  /**
   * Checks what the scanner does not.
   * @returns the first row that must be read cell by cell, or `to`
   */
  check(from: number, to: number): number;
  /** The rows from `from` to `to` with an empty cell, of those that `check` was called for last. */
  emptyCells(from: number, to: number): Iterable<number>;
  /** Moves the values of the first rows to the table. */
  move(rows: number): void;
}
