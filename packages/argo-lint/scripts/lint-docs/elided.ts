import { pluralize } from "../../src/text/pluralize.js";

/** Maximum number of lines of a text that is shown in full. */
const maxLines = 40;

/** How many lines are kept at the beginning, and on each side of a marked line. */
const headLines = 16;
const contextLines = 3;

/** Maximum number of characters of a line. */
const maxWidth = 140;

/**
 * Shortens a long text: omitted lines are replaced by a comment such as `# … 180 lines`.
 * @param marked line numbers, from 1; the first three are kept with their context
 */
export function elided(text: string, marked: readonly number[]): string {
  const lines = text
    .split("\n")
    .map((line) => (line.length > maxWidth ? `${line.slice(0, maxWidth)}…` : line));
  if (lines.length <= maxLines) return lines.join("\n");
  const isKept = (i: number): boolean =>
    i < headLines || marked.slice(0, 3).some((line) => Math.abs(line - 1 - i) <= contextLines);
  const shown: string[] = [];
  let skipped = 0;
  const close = (): void => {
    if (skipped > 0) shown.push(`# … ${pluralize(skipped, "line")}`);
    skipped = 0;
  };
  for (const [i, line] of lines.entries()) {
    if (!isKept(i)) {
      skipped++;
      continue;
    }
    close();
    shown.push(line);
  }
  close();
  return shown.join("\n");
}
