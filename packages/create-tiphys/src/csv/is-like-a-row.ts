import { parseNumbers } from "./parse-numbers.js";

/** Whether a header looks like a row: each name is a number above a column of numbers, or a text that its column contains. */
export function isLikeARow(names: readonly string[], columns: readonly (readonly string[])[]): boolean {
  return names.every((name, j) => {
    const cells = columns[j] ?? [];
    return parseNumbers(cells) === undefined ? cells.includes(name) : parseNumbers([name]) !== undefined;
  });
}
