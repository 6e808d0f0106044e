/** Why a cell is refused. */
export class BadCell {
  constructor(
    /** What was found, as a clause: `"12O" is not a number`. */
    readonly found: string,
    /** What a cell of this column has to be: `a number at least 0`. */
    readonly expected: string,
  ) {}
}

/** Reads a cell as its column's schema asks. */
export type CellReader<Value> = (cell: string) => Value | BadCell;
