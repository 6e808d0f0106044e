/** A cell as CSV, quoted if necessary or requested. */
export function csvCell(text: string, delimiter: string, isQuoted: boolean): string {
  const needsQuotes =
    isQuoted ||
    text.startsWith('"') ||
    text.includes(delimiter) ||
    text.includes("\n") ||
    text.includes("\r");
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
