/** The problem of a cell. */
export class BadCell {
  constructor(
    /** What was found, as a clause: `"12O" is not a number`. */
    readonly found: string,
    /** What the column's cells must be: `a number at least 0`. */
    readonly expected: string,
  ) {}
}

/** Parses a cell and checks it with its column's schema. */
export type CellReader<Value> = (cell: string) => Value | BadCell;
