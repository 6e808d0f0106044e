import { parseNumbers } from "../infer/parse-numbers.js";

/** Whether each name would do as a cell of its column: a number above numbers, a text among texts that are alike. */
export function isLikeARow(names: readonly string[], columns: readonly (readonly string[])[]): boolean {
  return names.every((name, j) => {
    const cells = columns[j] ?? [];
    return parseNumbers(cells) === undefined ? cells.includes(name) : parseNumbers([name]) !== undefined;
  });
}
