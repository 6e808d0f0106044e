import { ExpressionError } from "./expression-error.js";

/** The value of a string literal, and its end. */
export interface StringLiteral {
  readonly value: string;
  /** Offset after the closing quote. */
  readonly end: number;
}

const simpleEscapes: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
};

/** Escapes by number: three octal digits up to \377, two, four or eight hexadecimal ones, or up to six in braces. */
const numericEscape =
  /(?:([0-3][0-7]{2})|x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|u\{([0-9a-f]{1,6})\})/iy;

/**
 * Reads a string in single or double quotes.
 *
 * @param start offset of the opening quote
 * @throws {ExpressionError} if it is not closed on its line, or an escape sequence is invalid
 */
export function readString(text: string, start: number): StringLiteral {
  const quote = text.charAt(start);
  let value = "";
  for (let at = start + 1; at < text.length; ) {
    const character = text.charAt(at);
    if (character === quote) return { value, end: at + 1 };
    if (character === "\n") break;
    if (character === "\\") {
      const escaped = readEscape(text, at, quote);
      value += escaped.value;
      at = escaped.end;
    } else {
      value += character === "\r" ? "\n" : character;
      at++;
    }
  }
  throw new ExpressionError(`the string that begins with ${quote} has no closing ${quote}`, start);
}

function readEscape(text: string, at: number, quote: string): StringLiteral {
  const letter = text.charAt(at + 1);
  if (letter === quote) return { value: quote, end: at + 2 };
  const simple = simpleEscapes[letter];
  if (simple !== undefined) return { value: simple, end: at + 2 };
  numericEscape.lastIndex = at + 1;
  const match = letter === "X" ? null : numericEscape.exec(text);
  const [all = "", octal, ...hexadecimal] = match ?? [];
  const digits = octal ?? hexadecimal.find((group) => group !== undefined) ?? "";
  const code = Number.parseInt(digits, octal === undefined ? 16 : 8);
  if (!(code <= 0x10ffff)) {
    throw new ExpressionError(`"\\${letter}" is not an escape sequence; write a backslash as "\\\\"`, at);
  }
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return { value: isSurrogate ? "\ufffd" : String.fromCodePoint(code), end: at + 1 + all.length };
}

/**
 * Reads a string in backticks, in which a backslash is literal, and two backticks stand for one.
 *
 * @param start offset of the opening backtick
 * @throws {ExpressionError} if it is not closed
 */
export function readRawString(text: string, start: number): StringLiteral {
  let value = "";
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== "`") value += text.charAt(at);
    else if (text[at + 1] !== "`") return { value, end: at + 1 };
    else {
      value += "`";
      at++;
    }
  }
  throw new ExpressionError("the string that begins with ` has no closing `", start);
}
