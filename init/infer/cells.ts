import { parseNumber } from "../../packages/workflow/src/dataset/parse-number.js";

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

/** Whether a cell says that its value is not known. */
export function isMissing(cell: string): boolean {
  return markers.has(cell.trim());
}

export function isNumber(cell: string): boolean {
  return Number.isFinite(parseNumber(cell));
}

/** The cells as texts: without blanks around them, and "" for a missing one. */
export function asTexts(cells: readonly string[]): string[] {
  return cells.map((cell) => (isMissing(cell) ? "" : cell.trim()));
}

/** The distinct values that are there, in the order of their first row. */
export function distinctOf(cells: readonly string[]): string[] {
  const distinct = new Set(cells);
  distinct.delete("");
  return [...distinct];
}
