import { parseNumber } from "../../../workflow/src/dataset/parse-number.js";

const markers = new Set([
  "",
  "NA",
  "<NA>",
  "N/A",
  "n/a",
  "#N/A",
  "NaN",
  "nan",
  "NAN",
  "null",
  "NULL",
  "Null",
  "\\N",
  "?",
]);

/** Whether a cell marks a missing value. */
export function isMissing(cell: string): boolean {
  return markers.has(cell.trim());
}

export function isNumber(cell: string): boolean {
  return Number.isFinite(parseNumber(cell));
}

/** The cells as trimmed texts, "" for a missing one. */
export function asTexts(cells: readonly string[]): string[] {
  return cells.map((cell) => (isMissing(cell) ? "" : cell.trim()));
}

/** The distinct values, without missing ones, in the order of their first row. */
export function distinctOf(cells: readonly string[]): string[] {
  const distinct = new Set(cells);
  distinct.delete("");
  return [...distinct];
}

/** The markers that were read as missing, with counts: `"NA" (12), "?" (3)`; undefined if there are none. */
export function describeMarks(given: readonly string[], cleaned: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const [row, cell] of given.entries()) {
    const mark = cell.trim();
    if (mark !== "" && cleaned[row] === "") counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  if (counts.size === 0) return undefined;
  return [...counts].map(([mark, count]) => `${JSON.stringify(mark)} (${count})`).join(", ");
}
