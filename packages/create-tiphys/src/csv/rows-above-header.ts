import { isNumber } from "./cells.js";
import { isLikeARow } from "./is-like-a-row.js";

/**
 * Counts the rows above a file's header: comments (`# …`) and titles, as spreadsheets and instruments write them.
 * @param rows the first rows of the file, without blank ones
 * @param width the most frequent number of cells
 */
export function rowsAboveHeader(rows: readonly (readonly string[])[], width: number): number {
  const place = rows.findIndex(
    (cells) => cells.length >= width && !isComment(cells) && !isTitle(cells, width),
  );
  if (place < 1) return 0;
  const above = rows.slice(0, place);
  const next = rows[place + 1];
  // A second title may have several cells. The header is the row that names every column.
  if (rows[place]?.includes("") && next !== undefined && next.length >= width && !next.includes("")) {
    if (!looksLikeData(next, rows.slice(place + 2))) return place + 1;
  }
  if (!looksLikeData(rows[place] ?? [], rows.slice(place + 1))) {
    return above.every((cells) => isComment(cells) || isTitle(cells, width)) ? place : 0;
  }
  // A header whose first name begins with the mark of a comment: "#", "#id".
  if (above.at(-1)?.length === width) return place - 1;
  return above.every(isComment) ? place : 0;
}

function isComment(cells: readonly string[]): boolean {
  return cells[0]?.trimStart().startsWith("#") === true;
}

/** A row of far fewer cells than the others, or with text in only one of several cells. */
function isTitle(cells: readonly string[], width: number): boolean {
  return cells.length <= width / 2 || (width > 2 && cells.filter((cell) => cell.trim() !== "").length < 2);
}

/** Whether a row looks like one below the header. Years do not count, because columns are named by years, too. */
function looksLikeData(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
  const columns = cells.map((_, j) => below.map((row) => row[j] ?? ""));
  const holdsNumber = cells.some((cell, j) => {
    const isValue = isNumber(cell) && !/^(19|20)\d\d$/.test(cell.trim());
    return isValue && columns[j]?.some(isNumber) === true;
  });
  return holdsNumber || (below.length > 0 && isLikeARow(cells, columns));
}
