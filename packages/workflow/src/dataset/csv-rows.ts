import { ContractError } from "../definition/errors.js";
import { type CsvRows, csvParser } from "./csv-parser.js";
import type { Delimiter } from "./dataset.js";

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
  const parse = await csvParser(delimiter, source);
  let rest = "";
  let line = 1;
  for await (const chunk of chunks) {
    const parsed = parse(rest + chunk, line, false);
    yield parsed;
    if (parsed.error !== undefined) throw parsed.error;
    ({ rest, nextLine: line } = parsed);
    checkRowLength(rest, line, source);
  }
  if (rest === "") return;
  const parsed = parse(rest, line, true);
  yield parsed;
  if (parsed.error !== undefined) throw parsed.error;
}

/**
 * @param text the beginning of a row
 * @param line on which the row begins
 * @throws {ContractError} if it is longer than a million characters
 */
export function checkRowLength(text: string, line: number, source: string): void {
  if (text.length <= maxRowLength) return;
  throw new ContractError(
    `${source} line ${line}: the row that begins here is longer than ${maxRowLength} characters.\nCheck for a quote that is never closed, and that this is a CSV file.`,
  );
}
