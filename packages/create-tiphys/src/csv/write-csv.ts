/** A CSV file's text, separated by commas: cells with commas, quotes or line ends in quotes. */
export function csvText(names: readonly string[], columns: readonly (readonly string[])[]): string {
  const lines = [names.map(quoted).join(",")];
  const rows = columns[0]?.length ?? 0;
  for (let row = 0; row < rows; row++) {
    lines.push(columns.map((column) => quoted(column[row] ?? "")).join(","));
  }
  return `${lines.join("\n")}\n`;
}

function quoted(cell: string): string {
  return /[",\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
