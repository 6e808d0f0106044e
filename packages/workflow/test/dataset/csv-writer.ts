/** A cell as CSV: quoted where it has to be, or where asked to. */
export function csvCell(text: string, delimiter: string, isQuoted: boolean): string {
  const needsQuotes =
    isQuoted ||
    text.startsWith('"') ||
    text.includes(delimiter) ||
    text.includes("\n") ||
    text.includes("\r");
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
