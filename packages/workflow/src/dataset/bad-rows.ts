import { ContractError } from "../definition/errors.js";

const mostShown = 5;

/** What is wrong with a row: one of its cells, or without a column the row itself. */
export interface RowFault {
  readonly column?: string;
  /** As a clause: `"12O" is not a number`. */
  readonly found: string;
  readonly expected: string;
}

/** Gathers what is wrong with the rows of a file: the first few faults in words, all of them in number. */
export class BadRows {
  readonly #source: string;
  readonly #shown: { where: string; fault: RowFault }[] = [];
  #faults = 0;
  #rows = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** How many rows have faults. */
  get count(): number {
    return this.#rows;
  }

  /** Notes the faults of one row. Its line is asked for only while it would be shown. */
  add(lineOfRow: () => number, faults: readonly RowFault[]): void {
    this.#rows += 1;
    this.#faults += faults.length;
    for (const fault of faults.slice(0, mostShown - this.#shown.length)) {
      const column = fault.column === undefined ? "" : `, column "${fault.column}"`;
      this.#shown.push({ where: `${this.#source} line ${lineOfRow()}${column}`, fault });
    }
  }

  /** The error that tells all this, and what to do about it. */
  error(rowsInFile: number): ContractError {
    const [first] = this.#shown;
    const leaveOut = "or run with --set onBadRow=skip to leave such rows out";
    if (first !== undefined && this.#faults === 1 && rowsInFile > 1) {
      return new ContractError(
        `${first.where}: ${first.fault.found}.\nExpected ${first.fault.expected}. Mend the cell, ${leaveOut} (1 of ${rowsInFile}).`,
      );
    }
    const advice =
      this.#rows === rowsInFile
        ? `Mend the file: none of its rows is good (${rowsInFile} of ${rowsInFile} are bad).`
        : `Mend the cells, ${leaveOut} (${this.#faults} faults in ${this.#rows} of ${rowsInFile} rows).`;
    return new ContractError([...this.#lines(), advice].join("\n"));
  }

  /** The same for a file whose bad rows were left out; no lines where there are none. */
  warnings(rowsInFile: number): string[] {
    if (this.#rows === 0) return [];
    return [`${this.#source}: ${this.#rows} of ${rowsInFile} rows were left out.`, ...this.#lines()];
  }

  #lines(): string[] {
    const lines = this.#shown.map(
      ({ where, fault }) => `${where}: ${fault.found}. Expected ${fault.expected}.`,
    );
    const more = this.#faults - this.#shown.length;
    return more === 0 ? lines : [...lines, `… and ${more} more.`];
  }
}
