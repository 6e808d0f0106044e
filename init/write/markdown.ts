/** Control characters, and marks that turn the direction of a text: nothing of them is to be seen on a page. */
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(unseen, "\ufffd");
}

/** A text as a cell of a table, or a line of a list, holds it. */
export function cell(text: string): string {
  return onOneLine(text).replaceAll(/[\\|`*_<>[\]]/g, "\\$&");
}

/** A text as code in a line, whatever backticks it holds. */
export function codeSpan(text: string): string {
  const line = onOneLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  // A blank beside the fence is taken away again.
  return /^[` ]|[` ]$/.test(line) ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}
