/** A token of an expression. */
export type Token =
  | { readonly kind: "name" | "operator"; readonly text: string }
  | { readonly kind: "string"; readonly text: string }
  | { readonly kind: "number"; readonly value: number };

const operators = [
  "?.",
  "??",
  "==",
  "!=",
  "<=",
  ">=",
  "&&",
  "||",
  "<",
  ">",
  "!",
  "?",
  ":",
  "+",
  "-",
  "*",
  "/",
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  ",",
  ".",
  "#",
];

/** Splits an expression into tokens. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const space = /^\s+/.exec(rest);
    const number = /^\d+(\.\d+)?([eE][+-]?\d+)?/.exec(rest);
    const name = /^[A-Za-z_$][\w$]*/.exec(rest);
    const operator = operators.find((each) => rest.startsWith(each));
    if (space !== null) at += space[0].length;
    else if (number !== null) {
      tokens.push({ kind: "number", value: Number(number[0]) });
      at += number[0].length;
    } else if (name !== null) {
      tokens.push({ kind: "name", text: name[0] });
      at += name[0].length;
    } else if (rest[0] === "'" || rest[0] === '"') {
      const { value, length } = readString(rest);
      tokens.push({ kind: "string", text: value });
      at += length;
    } else if (operator !== undefined) {
      tokens.push({ kind: "operator", text: operator });
      at += operator.length;
    } else throw new Error(`unexpected ${JSON.stringify(rest[0])} in the expression ${text}`);
  }
  return tokens;
}

const escapes: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  "'": "'",
  '"': '"',
};

function readString(text: string): { value: string; length: number } {
  const quote = text[0];
  let value = "";
  for (let at = 1; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === quote) return { value, length: at + 1 };
    if (character === "\n") break;
    if (character !== "\\") {
      value += character;
      continue;
    }
    at++;
    const kind = text[at] ?? "";
    const digits = { x: 2, u: 4, U: 8 }[kind];
    const known = escapes[kind];
    if (digits !== undefined) {
      const code = Number.parseInt(text.slice(at + 1, at + 1 + digits), 16);
      // Go's runes: half a surrogate pair is not a character.
      value += code >= 0xd800 && code <= 0xdfff ? "\ufffd" : String.fromCodePoint(code);
      at += digits;
    } else if (known !== undefined) value += known;
    else throw new Error(`unknown escape \\${kind} in ${text}`);
  }
  throw new Error(`a string does not end: ${text}`);
}
