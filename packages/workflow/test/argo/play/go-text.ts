/** Go's text encodings, which matter where Argo inserts a text into another. */

const short: Readonly<Record<string, string>> = {
  "\u0007": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  '"': '\\"',
  "\\": "\\\\",
};

/** Control, format, private, unassigned and separator characters, except the space. */
const unprintable = /^[\p{C}\p{Z}]$/u;

/**
 * A text as `strconv.Quote` writes it, without the quotes. Some of its escapes, such as `\x1a`, are not valid JSON: a template
 * with such a text fails.
 */
export function goQuoted(text: string): string {
  return [...text].map(quotedCharacter).join("");
}

function quotedCharacter(character: string): string {
  const known = short[character];
  if (known !== undefined) return known;
  if (character === " " || !unprintable.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, "0")}`
    : `\\u${code.toString(16).padStart(4, "0")}`;
}

/** A value as `json.Marshal` writes it: keys in order, and characters of HTML tags escaped. */
export function goJson(value: unknown): string {
  return JSON.stringify(sorted(value)).replace(/[<>&\u2028\u2029]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
