import { ContractError } from "../definition/errors.js";

const maxShown = 5;

/** A problem of a row: of one of its cells, or of the row itself if `column` is undefined. */
export interface RowFault {
  readonly column?: string;
  /** As a clause: `"12O" is not a number`. */
  readonly found: string;
  readonly expected: string;
}

/** The problems of one row on one line. */
export function describeFaults(line: number, faults: readonly RowFault[]): string {
  const described = faults.map(
    ({ column, found, expected }) =>
      `${column === undefined ? "" : `column "${column}": `}${found}, expected ${expected}`,
  );
  return `line ${line}, ${described.join("; ")}`;
}

/** Collects the problems of a file's rows: the first few in words, all others as a number. */
export class BadRows {
  readonly #source: string;
  readonly #unit: "line" | "row";
  readonly #shown: { where: string; fault: RowFault }[] = [];
  #faults = 0;
  #rows = 0;

  /**
   * @param source names the file
   * @param unit what a row's number counts: lines of a text file, or rows
   */
  constructor(source: string, unit: "line" | "row" = "line") {
    this.#source = source;
    this.#unit = unit;
  }

  /** How many rows have faults. */
  get count(): number {
    return this.#rows;
  }

  /**
   * Adds the problems of one row.
   * @param lineOfRow returns the row's line number; called only if it will be shown
   */
  add(lineOfRow: () => number, faults: readonly RowFault[]): void {
    this.#rows += 1;
    this.#faults += faults.length;
    for (const fault of faults.slice(0, maxShown - this.#shown.length)) {
      const column = fault.column === undefined ? "" : `, column "${fault.column}"`;
      this.#shown.push({ where: `${this.#source} ${this.#unit} ${lineOfRow()}${column}`, fault });
    }
  }

  /**
   * The error that lists the problems and how to fix them.
   * @param skipping what onBadRow=skip is for
   */
  error(rowsInFile: number, skipping = "to leave such rows out"): ContractError {
    const [first] = this.#shown;
    const leaveOut = `or run with --set onBadRow=skip ${skipping}`;
    if (first !== undefined && this.#faults === 1 && rowsInFile > 1) {
      return new ContractError(
        `${first.where}: ${first.fault.found}.\nExpected ${first.fault.expected}. Fix the cell, ${leaveOut} (1 of ${rowsInFile}).`,
      );
    }
    const advice =
      this.#rows === rowsInFile
        ? `Fix the file: no row is valid (${rowsInFile} of ${rowsInFile} are bad).`
        : `Fix the cells, ${leaveOut} (${this.#faults} faults in ${this.#rows} of ${rowsInFile} rows).`;
    return new ContractError([...this.#lines(), advice].join("\n"));
  }

  /**
   * The problems as warnings, one line each, for a file whose bad rows were skipped; empty if there are none.
   * @param happened to these rows
   */
  warnings(rowsInFile: number, happened = "left out"): string[] {
    if (this.#rows === 0) return [];
    return [`${this.#source}: ${this.#rows} of ${rowsInFile} rows were ${happened}.`, ...this.#lines()];
  }

  #lines(): string[] {
    const lines = this.#shown.map(
      ({ where, fault }) => `${where}: ${fault.found}. Expected ${fault.expected}.`,
    );
    const more = this.#faults - this.#shown.length;
    return more === 0 ? lines : [...lines, `… and ${more} more.`];
  }
}
