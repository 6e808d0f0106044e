/** Characters that a terminal obeys or cannot show: controls (C0, C1, bidirectional), line separators, half surrogate pairs. */
const unprintable = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Makes a text safe to print on one line of a terminal, with the same width: characters that move the cursor, change colours
 * or the direction of text are replaced with symbols, such as ␛ for an escape and ⏎ for the end of a line.
 *
 * Every text that does not come from this program must pass through here before it is printed: server responses, cells of a
 * file, names of columns and classes.
 */
export function printable(text: string): string {
  return text.replaceAll(unprintable, symbolOf);
}

/** {@link printable} for a text of several lines: keeps line feeds and tabs. */
export function printableLines(text: string): string {
  return text.replaceAll(unprintable, (character) =>
    character === "\n" || character === "\t" ? character : symbolOf(character),
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the escape sequences of terminal colours
const colorCodes = /\u001b\[[\d;]*m/g;

/** {@link printable} for a log line of a program: removes colours and keeps tabs. */
export function printableLog(line: string): string {
  return printableLines(line.replace(colorCodes, "")).replaceAll("\n", "⏎");
}

/** Unicode has a symbol for each ASCII control character. */
function symbolOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x0a) return "⏎";
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "␡" : "�";
}
