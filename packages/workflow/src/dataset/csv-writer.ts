import { closeSync, openSync, writeSync } from "node:fs";
import type { Delimiter } from "./dataset.js";

/** How many characters are collected before they are written. */
const bufferLength = 262_144;

/**
 * Writes a CSV file in UTF-8 row by row (RFC 4180, with line feeds). Cells with delimiters, quotes, line ends or other control
 * characters, or whitespace at an end, are in quotes.
 */
export class CsvWriter {
  readonly #file: number;
  readonly #delimiter: Delimiter;
  readonly #special: RegExp;
  #buffer = "";

  /**
   * Begins a new file.
   * @param delimiter separates the cells. Default: a comma
   */
  constructor(path: string, delimiter: Delimiter = ",") {
    this.#file = openSync(path, "w");
    this.#delimiter = delimiter;
    this.#special = new RegExp(`["${delimiter}\\p{Cc}]|^\\s|\\s$`, "u");
  }

  /** Writes a row. */
  write(cells: readonly string[]): void {
    const row = cells.map((cell) => this.#quoted(cell)).join(this.#delimiter);
    // A blank line would be no row.
    this.#buffer += `${row === "" ? '""' : row}\n`;
    if (this.#buffer.length >= bufferLength) this.#flush();
  }

  /** Ends the file. */
  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #quoted(cell: string): string {
    return this.#special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  }

  #flush(): void {
    const bytes = Buffer.from(this.#buffer);
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#file, bytes, written);
    this.#buffer = "";
  }
}
