import { ExpressionError } from "../expression-error.js";
import { follows } from "./order.js";
import type { WhenKind, WhenToken } from "./token.js";

const symbols: readonly (readonly [WhenKind, ReadonlySet<string>])[] = [
  ["modifier", new Set(["+", "-", "*", "/", "%", "**", "&", "|", "^", ">>", "<<"])],
  ["logical", new Set(["&&", "||"])],
  ["comparator", new Set(["==", "!=", ">", ">=", "<", "<=", "=~", "!~"])],
  ["ternary", new Set(["?", ":", "??"])],
];

const patterns = {
  blank: /\p{White_Space}+/uy,
  number: /0x[\p{Nd}a-fA-F]*|[\p{Nd}.]+/uy,
  word: /\p{L}[\p{L}\p{Nd}_.]*/uy,
  text: /['"][^'"]*['"]/y,
  bracketed: /\[[^\]]*\]/y,
  symbol: /[^\p{L}\p{Nd}\p{White_Space}()[\]'"]+/uy,
};

/**
 * The tokens of a condition. An opening quote is closed by either kind of quote, and adjacent symbols form one token.
 *
 * @throws {ExpressionError} if a quote or bracket is not closed, or a symbol is unknown
 * Source: readToken in parsing.go of Knetic/govaluate v3
 */
export function whenTokens(text: string): WhenToken[] {
  const tokens: WhenToken[] = [];
  for (let at = match("blank", text, 0).length; at < text.length; at += match("blank", text, at).length) {
    const token = readToken(text, at, tokens.at(-1)?.kind);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function readToken(text: string, start: number, previous: WhenKind | undefined): WhenToken {
  const token = (kind: WhenKind, raw: string, value = raw): WhenToken => ({
    kind,
    value,
    start,
    end: start + raw.length,
  });
  const number = match("number", text, start);
  if (number !== "") {
    if (Number.isNaN(Number(number))) throw new ExpressionError(`"${number}" is not a number`, start);
    return token("number", number);
  }
  const word = match("word", text, start);
  if (word !== "") return token(kindOfWord(word, start), word);
  const character = text.charAt(start);
  if (character === ",") return token("separator", ",");
  if (character === "(") return token("open", "(");
  if (character === ")") return token("close", ")");
  if (character === "[" || character === "'" || character === '"') {
    const raw = match(character === "[" ? "bracketed" : "text", text, start);
    if (raw === "") throw new ExpressionError(`${character} is not closed`, start);
    return token(character === "[" ? "word" : "text", raw, raw.slice(1, -1));
  }
  const symbol = match("symbol", text, start);
  if (["-", "!", "~"].includes(symbol) && follows(previous, "prefix")) return token("prefix", symbol);
  const kind = symbols.find(([, all]) => all.has(symbol))?.[0];
  if (kind === undefined) {
    const shown = symbol === "" ? character : symbol;
    throw new ExpressionError(
      `"${shown}" is not an operator of a condition${shown === "=" ? "; values are compared with ==" : ""}`,
      start,
    );
  }
  return token(kind, symbol);
}

function kindOfWord(word: string, start: number): WhenKind {
  if (word === "true" || word === "false") return "boolean";
  if (word === "in" || word === "IN") return "comparator";
  if (!word.includes(".")) return "word";
  if (word.endsWith(".")) throw new ExpressionError(`"${word}" ends with a dot`, start);
  return "accessor";
}

function match(pattern: keyof typeof patterns, text: string, at: number): string {
  patterns[pattern].lastIndex = at;
  return patterns[pattern].exec(text)?.[0] ?? "";
}
