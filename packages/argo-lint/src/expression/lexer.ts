import { ExpressionError } from "./expression-error.js";
import { operatorWords } from "./operators.js";
import { readRawString, readString } from "./read-string.js";
import type { Token } from "./token.js";

const number =
  /0[xX][0-9a-fA-F_]*|0[oO][0-7_]*|0[bB][01_]*|[0-9_]*(?:\.(?!\.)[0-9_]*)?(?:[eE][+-]?[0-9_]*)?/y;
const word = /[\p{L}\p{Nd}_$]*/uy;
const space = /\p{White_Space}+|\/\/[^\n]*\n?/uy;
const operator = /\|\|?|::?|\?[.?]?|[&!=*<>][&=*]?|\.\.?|[,;%+\-^/]/y;

/**
 * The tokens of an expression; the last one is its end.
 *
 * @throws {ExpressionError} if a string or a comment is not closed, a number is invalid, or a character has no meaning
 * Source: parser/lexer of expr-lang v1.17.7
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const add = (kind: Token["kind"], value: string, end = at + value.length): void => {
    tokens.push({ kind, value, start: at, end });
    at = end;
  };
  for (at = skipBlanks(text, at); at < text.length; at = skipBlanks(text, at)) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (character === "'" || character === '"') {
      const { value, end } = readString(text, at);
      add("string", value, end);
    } else if (character === "`") {
      const { value, end } = readRawString(text, at);
      add("string", value, end);
    } else if (/^\.?[0-9]/.test(text.slice(at, at + 2))) add("number", numberAt(text, at));
    else if (character === "#") {
      add("operator", text.startsWith("##", at) ? "##" : "#");
      const name = match(word, text, at);
      if (name !== "") add("identifier", name);
    } else if ("([{}])".includes(character)) add("bracket", character);
    else if (isWordCharacter(character)) {
      const name = match(word, text, at);
      add(operatorWords.has(name) ? "operator" : "identifier", name);
    } else {
      const sign = match(operator, text, at);
      if (sign === "") throw new ExpressionError(`"${character}" has no meaning in an expression`, at);
      add("operator", sign);
    }
  }
  tokens.push({ kind: "end", value: "", start: text.length, end: text.length });
  return tokens;
}

function skipBlanks(text: string, from: number): number {
  for (let at = from; ; ) {
    const blank = match(space, text, at).length;
    at += blank;
    if (text.startsWith("/*", at)) {
      const end = text.indexOf("*/", at + 2);
      if (end < 0) throw new ExpressionError("the comment that begins with /* has no closing */", at);
      at = end + 2;
    } else if (blank === 0) return at;
  }
}

function numberAt(text: string, at: number): string {
  const value = match(number, text, at);
  const next = match(word, text, at + value.length);
  if (next !== "") throw new ExpressionError(`"${value}${next}" is neither a number nor a name`, at);
  return value;
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

/** Whether a character may be part of a name: a letter, a digit, `_` or `$`. */
function isWordCharacter(character: string): boolean {
  return /^[\p{L}\p{Nd}_$]$/u.test(character);
}
