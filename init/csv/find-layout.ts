import { ContractError } from "@pipeline/workflow";
import { csvRows } from "../../packages/workflow/src/dataset/csv-rows.js";
import type { OpenCsv } from "./open-csv.js";
import { rowsAboveHeader } from "./rows-above-header.js";

const delimiters = [",", ";", "\t", "|"] as const;
export type AnyDelimiter = (typeof delimiters)[number];

const rowsToSee = 50;

/** How a CSV file is laid out. */
export interface Layout {
  readonly delimiter: AnyDelimiter;
  /** The lines above the header, blank ones left out: what Excel writes about the delimiter, comments, titles. */
  readonly above: readonly string[];
}

/**
 * What separates the cells of a file, and where its header is. The delimiter is the one that the file names (`sep=;`),
 * else that by which most of the first rows have as many cells as each other, and of several the one by which there are
 * most cells.
 * @throws {UsageError} where there is no such file
 * @throws {ContractError} where it cannot be read by any delimiter
 */
export async function findLayout(file: OpenCsv): Promise<Layout> {
  const named = await namedDelimiter(file);
  let best: { delimiter: AnyDelimiter; alike: number; width: number; rows: readonly string[][] } | undefined;
  let fault: ContractError | undefined;
  for (const delimiter of named === undefined ? delimiters : [named]) {
    const { rows, error } = await firstRows(file, delimiter);
    fault ??= error;
    const { width, alike } = usualWidth(named === undefined ? rows : rows.slice(1));
    if (width < 2) continue;
    if (best === undefined || alike > best.alike || (alike === best.alike && width > best.width)) {
      best = { delimiter, alike, width, rows };
    }
  }
  if (best === undefined && fault !== undefined) throw fault;
  const { delimiter, width, rows } = best ?? { delimiter: named ?? ",", width: 0, rows: [] };
  const naming = named === undefined ? 0 : 1;
  const above = naming + rowsAboveHeader(rows.slice(naming), width);
  return { delimiter, above: rows.slice(0, above).map((cells) => cells.join(delimiter).trim()) };
}

/** The delimiter that a first line `sep=;` names, as Excel writes it for itself. */
async function namedDelimiter({ path, text }: OpenCsv): Promise<AnyDelimiter | undefined> {
  let begin = "";
  for await (const piece of text()) {
    begin += piece;
    if (begin.length > 10) break;
  }
  const named = /^"?sep=([^\n])"?(\n|$)/i.exec(begin)?.[1];
  if (named === undefined) return undefined;
  const known = delimiters.find((delimiter) => delimiter === named);
  if (known !== undefined) return known;
  throw new ContractError(
    `${path} line 1: cells are separated by "${named}", as "sep=${named}" says. Expected commas, semicolons, tabs or pipes.`,
  );
}

/** The number of cells that most rows have, the greater one of several, and which share of the rows has it. */
function usualWidth(rows: readonly (readonly string[])[]): { width: number; alike: number } {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width = 0, count = 0] = [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0] ?? [];
  return { width, alike: count / Math.max(1, rows.length) };
}

/** The first rows. A quote in the midst of a cell is a fault by one delimiter and none by another. */
async function firstRows(
  { path, text }: OpenCsv,
  delimiter: AnyDelimiter,
): Promise<{ rows: string[][]; error?: ContractError }> {
  const found: string[][] = [];
  try {
    // The parser takes any character as a delimiter; a dataset's contract knows fewer of them.
    for await (const { rows } of csvRows(text(), delimiter as ",", path)) {
      for (const cells of rows) if (!isBlank(cells)) found.push([...cells]);
      if (found.length >= rowsToSee) break;
    }
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    return { rows: found.slice(0, rowsToSee), error };
  }
  return { rows: found.slice(0, rowsToSee) };
}

/** Whether a row is a blank line. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === "";
}
