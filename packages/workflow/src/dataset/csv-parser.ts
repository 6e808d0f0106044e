import type { ParseError } from "papaparse";
import { ContractError } from "../definition/errors.js";
import type { Delimiter } from "./dataset.js";

/** Consecutive rows of a file. A blank line is a row with one empty cell. */
export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  /** The line number (from 1) on which a row begins. */
  lineOf(row: number): number;
}

/** The whole rows at the beginning of a text. */
export interface ParsedRows extends CsvRows {
  /** The text behind these rows, which is no whole row. */
  readonly rest: string;
  /** The number of the line on which the rest begins. */
  readonly nextLine: number;
  /** The problem of the row behind these rows, if quotes are wrong there. */
  readonly error: ContractError | undefined;
}

/** Splits a text, with line feeds as line ends, which begins on this line, into rows. `isLast`: the file ends with the text. */
export type CsvParser = (text: string, firstLine: number, isLast: boolean) => ParsedRows;

/** @param source names the file in messages */
export async function csvParser(delimiter: Delimiter, source: string): Promise<CsvParser> {
  // Loaded when first needed: most steps do not read CSV files.
  const { default: Papa } = await import("papaparse");
  const parser = new Papa.Parser({ delimiter, newline: "\n" });
  return (text, firstLine, isLast) => {
    const { data, errors, meta }: Parsed = parser.parse(text, 0, !isLast);
    // The last row may be incomplete: an error in it counts only when the rest of the row has been read.
    const error = errors.find(({ row = 0 }) => row < data.length);
    const rows = error === undefined ? data : data.slice(0, error.row);
    const hasQuotes = text.includes('"');
    return {
      rows,
      lineOf: (row) => firstLine + row + (hasQuotes ? lineFeedsWithin(rows.slice(0, row)) : 0),
      rest: text.slice(meta.cursor),
      nextLine: firstLine + countLineFeeds(text, 0, meta.cursor),
      error: error && quoteError(error, text, firstLine, source),
    };
  };
}

/** The result of papaparse's parser, which its type declarations do not describe. */
interface Parsed {
  readonly data: string[][];
  readonly errors: readonly ParseError[];
  /** `cursor`: where the last row, which may be incomplete, begins. */
  readonly meta: { readonly cursor: number };
}

function lineFeedsWithin(rows: readonly (readonly string[])[]): number {
  return rows.flat().reduce((sum, cell) => sum + countLineFeeds(cell), 0);
}

function quoteError(error: ParseError, text: string, firstLine: number, source: string): ContractError {
  const line = firstLine + countLineFeeds(text, 0, error.index);
  return error.code === "MissingQuotes"
    ? new ContractError(
        `${source} line ${line}: a cell begins with a quote that is never closed.\nClose it, or write the quote twice inside a quoted cell.`,
      )
    : new ContractError(
        `${source} line ${line}: a quoted cell continues after its closing quote.\nWrite a quote inside a quoted cell twice.`,
      );
}

/** Counts the line feeds of a text from index `start` up to, but not including, `end`. */
function countLineFeeds(text: string, start = 0, end = text.length): number {
  let count = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
