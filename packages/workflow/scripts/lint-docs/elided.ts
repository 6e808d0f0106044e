/** The maximum number of lines that a reader reads. */
const maxLines = 40;

/** How many lines are kept at the beginning, and around each marked line. */
const atStart = 16;
const around = 3;

const widest = 140;

/** A text without the lines that a reader would skip, replaced by `# … 180 lines`. */
export function elided(text: string, meant: readonly number[]): string {
  const lines = text.split("\n").map((line) => (line.length > widest ? `${line.slice(0, widest)}…` : line));
  if (lines.length <= maxLines) return lines.join("\n");
  const isKept = (i: number): boolean =>
    i < atStart || meant.slice(0, 3).some((line) => Math.abs(line - 1 - i) <= around);
  const shown: string[] = [];
  let skipped = 0;
  const close = (): void => {
    if (skipped > 0) shown.push(`# … ${skipped} line${skipped === 1 ? "" : "s"}`);
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
