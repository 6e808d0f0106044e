import { ContractError } from "@tiphys/workflow";
import { csvRows } from "../../../workflow/src/dataset/csv-rows.js";
import type { OpenCsv } from "./open-csv.js";
import { rowsAboveHeader } from "./rows-above-header.js";

const delimiters = [",", ";", "\t", "|"] as const;
export type AnyDelimiter = (typeof delimiters)[number];

/** Number of rows from which the layout is inferred. */
const maxRows = 50;

/** Layout of a CSV file. */
export interface Layout {
  readonly delimiter: AnyDelimiter;
  /** The lines above the header, without blank ones: Excel's `sep=` line, comments, titles. */
  readonly above: readonly string[];
}

/**
 * Finds a file's delimiter and its header. The delimiter is the one that the file names (`sep=;`), else the one with which
 * the largest share of the first rows have the same number of cells; of several, the one with the most cells.
 * @throws {UsageError} if the file does not exist
 * @throws {ContractError} if the file cannot be read with any delimiter
 */
export async function findLayout(file: OpenCsv): Promise<Layout> {
  const named = await namedDelimiter(file);
  let best: { delimiter: AnyDelimiter; alike: number; width: number; rows: readonly string[][] } | undefined;
  let firstError: ContractError | undefined;
  for (const delimiter of named === undefined ? delimiters : [named]) {
    const { rows, error } = await firstRows(file, delimiter);
    firstError ??= error;
    const { width, alike } = usualWidth(named === undefined ? rows : rows.slice(1));
    if (width < 2) continue;
    if (best === undefined || alike > best.alike || (alike === best.alike && width > best.width)) {
      best = { delimiter, alike, width, rows };
    }
  }
  if (best === undefined && firstError !== undefined) throw firstError;
  const { delimiter, width, rows } = best ?? { delimiter: named ?? ",", width: 0, rows: [] };
  const naming = named === undefined ? 0 : 1;
  const above = naming + rowsAboveHeader(rows.slice(naming), width);
  return { delimiter, above: rows.slice(0, above).map((cells) => cells.join(delimiter).trim()) };
}

/** The delimiter named in a first line `sep=;`, which is Excel's notation. */
async function namedDelimiter({ path, text }: OpenCsv): Promise<AnyDelimiter | undefined> {
  let start = "";
  for await (const chunk of text()) {
    start += chunk;
    if (start.length > 10) break;
  }
  const named = /^"?sep=([^\n])"?(\n|$)/i.exec(start)?.[1];
  if (named === undefined) return undefined;
  const known = delimiters.find((delimiter) => delimiter === named);
  if (known !== undefined) return known;
  throw new ContractError(
    `${path} line 1: cells are separated by "${named}", as "sep=${named}" says. Expected commas, semicolons, tabs or pipes.`,
  );
}

/** The most frequent number of cells in a row (of several, the largest), and the share of rows that have it. */
function usualWidth(rows: readonly (readonly string[])[]): { width: number; alike: number } {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width = 0, count = 0] = [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0] ?? [];
  return { width, alike: count / Math.max(1, rows.length) };
}

/** The first rows, and the error that ended them, if any: a quote inside a cell is an error with one delimiter, but not with another. */
async function firstRows(
  { path, text }: OpenCsv,
  delimiter: AnyDelimiter,
): Promise<{ rows: string[][]; error?: ContractError }> {
  const found: string[][] = [];
  try {
    // The parser accepts any character as a delimiter; the type has those of a dataset's contract.
    for await (const { rows } of csvRows(text(), delimiter as ",", path)) {
      for (const cells of rows) if (!isBlank(cells)) found.push([...cells]);
      if (found.length >= maxRows) break;
    }
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    return { rows: found.slice(0, maxRows), error };
  }
  return { rows: found.slice(0, maxRows) };
}

/** Whether a row is a blank line. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === "";
}
