/** Control characters, and marks of text direction, which are invisible on a page. */
const invisible = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(invisible, "\ufffd");
}

/** A text escaped for a cell of a table or an item of a list. */
export function cell(text: string): string {
  return onOneLine(text).replaceAll(/[\\|`*_<>[\]]/g, "\\$&");
}

/** A text as inline code, whatever backticks it contains. */
export function codeSpan(text: string): string {
  const line = onOneLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  // Markdown removes one space inside each fence.
  return /^[` ]|[` ]$/.test(line) ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}
