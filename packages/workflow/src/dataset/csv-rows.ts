import type { ParseError } from "papaparse";
import { ContractError } from "../definition/errors.js";
import { countLineFeeds } from "./count-line-feeds.js";
import type { Delimiter } from "./dataset.js";

/** Rows that lie one behind the other in a file; a blank line is a row with one empty cell. */
export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  /** The number in the file, from 1, of the line on which a row begins. */
  lineOf(row: number): number;
}

// Also the bound of what is held in memory where a quote that is never closed swallows the rest of the file.
const longestRow = 1_000_000;

/**
 * Splits the text of a CSV file into rows of cells, as many at once as there are in a piece of the text.
 * @param pieces the text, cut anywhere, with line feeds as line ends
 * @param source how messages name the file
 * @throws {ContractError} naming the line of a quoted cell that does not end, or goes on behind its closing quote
 */
export async function* csvRows(
  pieces: AsyncIterable<string>,
  delimiter: Delimiter,
  source: string,
): AsyncGenerator<CsvRows> {
  // Loaded when first needed: most steps read no CSV file.
  const { default: Papa } = await import("papaparse");
  const parser = new Papa.Parser({ delimiter, newline: "\n" });
  let rest = "";
  let firstLine = 1;

  function parse(text: string, isLast: boolean): CsvRows {
    const { data, errors, meta }: Parsed = parser.parse(text, 0, !isLast);
    // An error in the row that the text may not hold completely is none before the rest of that row is there.
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

  for await (const piece of pieces) {
    yield parse(rest + piece, false);
    if (rest.length > longestRow) throw longRowError(firstLine, source);
  }
  if (rest !== "") yield parse(rest, true);
}

/** What papaparse's parser gives; its type declarations leave it open. */
interface Parsed {
  readonly data: string[][];
  readonly errors: readonly ParseError[];
  /** `cursor`: where the row begins that the text may not hold completely. */
  readonly meta: { readonly cursor: number };
}

function lineFeedsWithin(rows: readonly (readonly string[])[]): number {
  return rows.flat().reduce((sum, cell) => sum + countLineFeeds(cell), 0);
}

function quoteError(error: ParseError, text: string, firstLine: number, source: string): ContractError {
  const line = firstLine + countLineFeeds(text, 0, error.index);
  return error.code === "MissingQuotes"
    ? new ContractError(
        `${source} line ${line}: a cell begins with a quote that is never closed.\nClose it, or write the quote twice inside of a quoted cell.`,
      )
    : new ContractError(
        `${source} line ${line}: a quoted cell goes on behind its closing quote.\nA quote inside of a quoted cell is written twice.`,
      );
}

function longRowError(line: number, source: string): ContractError {
  return new ContractError(
    `${source} line ${line}: the row that begins here is longer than ${longestRow} characters.\nIs it a quote that is never closed, or not a CSV file?`,
  );
}
