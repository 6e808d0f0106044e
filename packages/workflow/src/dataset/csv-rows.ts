import type { ParseError } from "papaparse";
import { ContractError } from "../definition/errors.js";
import type { Delimiter } from "./dataset.js";

/** Consecutive rows of a file. A blank line is a row with one empty cell. */
export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  /** The line number (from 1) on which a row begins. */
  lineOf(row: number): number;
}

// In characters. Also limits the memory for a file with a quote that is never closed.
const maxRowLength = 1_000_000;

/**
 * Splits the text of a CSV file into rows of cells and yields all complete rows of each chunk together.
 * @param chunks the text, split anywhere, with line feeds as line ends
 * @param source names the file in messages
 * @throws {ContractError} naming the line of a quoted cell that does not end or continues after its closing quote, or of a
 *   row of more than a million characters
 */
export async function* csvRows(
  chunks: AsyncIterable<string>,
  delimiter: Delimiter,
  source: string,
): AsyncGenerator<CsvRows> {
  // Loaded when first needed: most steps do not read CSV files.
  const { default: Papa } = await import("papaparse");
  const parser = new Papa.Parser({ delimiter, newline: "\n" });
  let rest = "";
  let firstLine = 1;

  function parse(text: string, isLast: boolean): CsvRows {
    const { data, errors, meta }: Parsed = parser.parse(text, 0, !isLast);
    // The last row may be incomplete: an error in it counts only when the rest of the row has been read.
    const error = errors.find(({ row = 0 }) => row < data.length);
    if (error !== undefined) throw quoteError(error, text, firstLine, source);
    const startLine = firstLine;
    const hasQuotes = text.includes('"');
    firstLine += countLineFeeds(text, 0, meta.cursor);
    rest = text.slice(meta.cursor);
    return {
      rows: data,
      lineOf: (row) => startLine + row + (hasQuotes ? lineFeedsWithin(data.slice(0, row)) : 0),
    };
  }

  for await (const chunk of chunks) {
    yield parse(rest + chunk, false);
    if (rest.length > maxRowLength) throw longRowError(firstLine, source);
  }
  if (rest !== "") yield parse(rest, true);
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

function longRowError(line: number, source: string): ContractError {
  return new ContractError(
    `${source} line ${line}: the row that begins here is longer than ${maxRowLength} characters.\nCheck for a quote that is never closed, and that this is a CSV file.`,
  );
}

/** Counts the line feeds of a text from index `start` up to, but not including, `end`. */
function countLineFeeds(text: string, start = 0, end = text.length): number {
  let count = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
