/** A comment that silences rules: `# lint-ignore RULE[, RULE]` or `# lint-ignore-document RULE`. */
export interface Suppression {
  readonly rules: readonly string[];
  /** The line it applies to, from 1; undefined for the whole document. */
  readonly line: number | undefined;
  readonly start: number;
  readonly end: number;
}

/**
 * The silencing comments of a text. At the end of a line, it applies to that line; on a line of its own, to the next line
 * that is not a comment.
 */
export function suppressionsOf(text: string): Suppression[] {
  if (!text.includes("lint-ignore")) return [];
  const lines = text.split("\n");
  const next = nextContents(lines);
  const suppressions: Suppression[] = [];
  let offset = 0;
  for (const [i, line] of lines.entries()) {
    const found = /(?:^|\s)#\s*lint-ignore(-document)?[ \t]+([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)/.exec(line);
    if (found !== null) {
      const [whole, document, names = ""] = found;
      const start = offset + found.index + whole.indexOf("#");
      suppressions.push({
        rules: names.split(",").map((name) => name.trim()),
        line: document === undefined ? lineOfComment(next, i, line.slice(0, found.index)) : undefined,
        start,
        end: offset + found.index + whole.length,
      });
    }
    offset += line.length + 1;
  }
  return suppressions;
}

function lineOfComment(next: readonly number[], i: number, before: string): number {
  return (before.trim() === "" ? (next[i] ?? i) : i) + 1;
}

/** For each line the next one that is neither blank nor a comment; itself if none follows. */
function nextContents(lines: readonly string[]): number[] {
  const next: number[] = [];
  let found: number | undefined;
  for (let i = lines.length - 1; i >= 0; i--) {
    next[i] = found ?? i;
    const line = lines[i]?.trim() ?? "";
    if (line !== "" && !line.startsWith("#")) found = i;
  }
  return next;
}
