/**
 * Aligns text with tabs in columns like Go's text/tabwriter (minimum width 0, padded with spaces on the right): a tab ends a
 * cell, adjacent lines with a cell in a column share its width, and the text after the last tab of a line belongs to no column.
 *
 * @param padding number of spaces between columns
 * @param widthOf number of visible characters of a cell, without colour codes
 */
export function formatTabColumns(
  text: string,
  padding: number,
  widthOf: (cell: string) => number = (cell) => [...cell].length,
): string {
  const lines = text.split("\n").map((line) => line.split("\t"));
  const widths = lines.map((cells) => cells.slice(0, -1).map(widthOf));
  const most = Math.max(0, ...widths.map((line) => line.length));
  for (let column = 0; column < most; column++) widen(widths, column, padding);
  return lines
    .map((cells, i) =>
      cells
        .map((cell, j) => {
          const width = widths[i]?.[j];
          return width === undefined ? cell : cell + " ".repeat(width - widthOf(cell));
        })
        .join(""),
    )
    .join("\n");
}

/** Gives each block of adjacent lines with a cell in this column the same width. */
function widen(widths: number[][], column: number, padding: number): void {
  for (let begin = 0; begin < widths.length; begin++) {
    let end = begin;
    let widest = 0;
    for (; column < (widths[end]?.length ?? 0); end++) widest = Math.max(widest, widths[end]?.[column] ?? 0);
    for (let i = begin; i < end; i++) widths[i]?.splice(column, 1, widest + padding);
    begin = Math.max(begin, end - 1);
  }
}
