/** What is not seen as itself on a terminal: controls (C0 and C1), marks that turn the direction of text, line separators, halves of surrogate pairs. */
const unprintable = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * A text on one line of a terminal, as wide as it was: what would move the cursor, change colours or turn the direction of
 * text is shown as a sign, such as ␛ for an escape and ⏎ for the end of a line.
 *
 * Every text that this program did not write itself goes through here before a terminal sees it: what a server says, cells
 * of a file, names of columns and classes.
 */
export function printable(text: string): string {
  return text.replaceAll(unprintable, signOf);
}

/** The same of a text of several lines, whose ends and tabs stay. */
export function printableLines(text: string): string {
  return text.replaceAll(unprintable, (character) =>
    character === "\n" || character === "\t" ? character : signOf(character),
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a program tells a terminal colours with
const colorCodes = /\u001b\[[\d;]*m/g;

/** The same of a line that a program wrote to its log: its colours are left out, its tabs stay. */
export function printableLog(line: string): string {
  return printableLines(line.replace(colorCodes, "")).replaceAll("\n", "⏎");
}

/** Unicode has a picture of each control of ASCII. */
function signOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x0a) return "⏎";
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "␡" : "�";
}
