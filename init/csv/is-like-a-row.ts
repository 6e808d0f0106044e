import { asNumbers } from "../infer/as-numbers.js";

/** Whether each name would do as a cell of its column: a number above numbers, a text among texts that are alike. */
export function isLikeARow(names: readonly string[], columns: readonly (readonly string[])[]): boolean {
  return names.every((name, j) => {
    const cells = columns[j] ?? [];
    return asNumbers(cells) === undefined ? cells.includes(name) : asNumbers([name]) !== undefined;
  });
}
