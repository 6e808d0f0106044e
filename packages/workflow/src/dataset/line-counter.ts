import type { CsvRows } from "./csv-parser.js";

/**
 * A function that returns the line on which a row begins, for rows in ascending order. It looks at each row once, where
 * `lineOf` looks at all rows above.
 */
export function lineCounter({ rows, lineOf }: CsvRows): (row: number) => number {
  let at = 0;
  let line = lineOf(0);
  return (row) => {
    for (; at < row; at += 1) line += 1 + lineFeedsIn(rows[at] ?? []);
    return line;
  };
}

function lineFeedsIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => (cell.includes("\n") ? sum + cell.split("\n").length - 1 : sum), 0);
}
