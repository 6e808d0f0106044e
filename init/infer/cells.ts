import { parseNumber } from "../../packages/workflow/src/dataset/parse-number.js";

const markers = new Set(["", "NA", "N/A", "n/a", "#N/A", "NaN", "nan", "NAN", "null", "NULL", "Null", "?"]);

/** Whether a cell says that its value is not known. */
export function isMissing(cell: string): boolean {
  return markers.has(cell.trim());
}

const withComma = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)?(?:,\d+)?(?:[eE][+-]?\d+)?$/;
const withThousands = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * The cells as the reader of datasets takes numbers: with a decimal point, and "" for a missing one. Undefined where
 * one of them is no number. Decimal commas and marks of thousands are understood where the whole column has them.
 */
export function asNumbers(cells: readonly string[]): string[] | undefined {
  const present = cells.filter((cell) => !isMissing(cell));
  const kept = (change: (cell: string) => string): string[] =>
    cells.map((cell) => (isMissing(cell) ? "" : change(cell)));
  if (present.every(isNumber)) return kept((cell) => cell);
  const others = present.map((cell) => cell.trim());
  if (others.every((cell) => isNumber(cell) || withThousands.test(cell))) {
    return kept((cell) => cell.trim().replaceAll(",", ""));
  }
  if (others.every((cell) => withComma.test(cell) && /\d/.test(cell))) {
    const changed = kept((cell) => cell.trim().replaceAll(".", "").replace(",", "."));
    return changed.every((cell) => cell === "" || isNumber(cell)) ? changed : undefined;
  }
  return undefined;
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
