import { Composer, type CST, type Document, Lexer, Parser, Schema } from "yaml";

const types = ["map", "seq", "str"].map((type) => `tag:yaml.org,2002:${type}`);

/**
 * The schema of all documents: every scalar is a string, which plain-scalar.ts converts like Argo's YAML library. Trying
 * the patterns of YAML's own types on each scalar takes longer, and so does a schema for each document.
 */
const argoYamlSchema = new Schema({
  schema: "yaml-1.1",
  resolveKnownTags: false,
  customTags: (tags) => tags.filter((tag) => typeof tag !== "string" && types.includes(tag.tag)),
});

const options = {
  version: "1.1",
  schema: argoYamlSchema,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: "silent",
} as const;

/** The maximum number of keys and values. A workflow of a thousand tasks has about ten thousand; this many take a second. */
export const maxScalars = 100_000;

/** The maximum number of characters read to repair quoted strings: each repair is a pass over the text. */
const maxLookedAt = 2_000_000;

/**
 * Parses one document as Argo's YAML library does. It accepts a quoted string whose continuation lines are indented less
 * than YAML allows; Argo's own examples have some.
 *
 * @returns undefined if there are more than `maxScalars` keys and values
 */
export function parseYaml(text: string): Document.Parsed | undefined {
  const lexemes = lex(text);
  if (lexemes === undefined) return undefined;
  const document = compose(lexemes, text.length);
  if (!document.errors.some(({ code }) => code === "MISSING_CHAR")) return document;
  const lenient = lexLeniently(text);
  return lenient === undefined ? document : compose(lenient, text.length);
}

function compose(lexemes: readonly string[], length: number): Document.Parsed {
  // Argo reads only the first document. The composer was asked for one, so there is one.
  const [document] = new Composer(options).compose(tokensOf(lexemes), true, length);
  return document as Document.Parsed;
}

function* tokensOf(lexemes: readonly string[]): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of lexemes) yield* parser.next(lexeme);
  yield* parser.end();
}

/** Undefined if there are too many: composing them would take far longer. */
function lex(text: string): string[] | undefined {
  const lexemes: string[] = [];
  let values = 0;
  let items = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (startsValue(lexeme) && ++values > maxScalars) return undefined;
    if (itemMarks.has(lexeme) && ++items > maxScalars) return undefined;
    lexemes.push(lexeme);
  }
  return lexemes;
}

const itemMarks: ReadonlySet<string> = new Set(["-", "?", ","]);

function startsValue(lexeme: string): boolean {
  const first = lexeme[0] ?? "";
  return valueStarts.has(first) && (lexeme.length === 1 || !brackets.has(first));
}

/** A quoted string that was indented for the lexer: its offset in the indented text, and its original. */
interface Repair {
  readonly offset: number;
  readonly original: string;
}

/** The lexemes of a text, with quoted strings whole whatever their indentation; undefined if a quote is never closed. */
function lexLeniently(text: string): string[] | undefined {
  let indented = text;
  const repairs: Repair[] = [];
  for (let left = maxLookedAt; left > 0; left -= text.length) {
    const lexemes = [...new Lexer().lex(indented)];
    const offset = offsetOfUnclosed(lexemes);
    if (offset === undefined) return withOriginals(lexemes, repairs);
    const end = closingQuote(indented, offset);
    if (end < 0) return undefined;
    const original = indented.slice(offset, end + 1);
    if (original.split("\n").length * 200 > maxLookedAt) return undefined;
    const deeper = original.replaceAll("\n", `\n${" ".repeat(200)}`);
    if (repairs.some((repair) => repair.offset === offset)) return undefined;
    repairs.push({ offset, original });
    indented = indented.slice(0, offset) + deeper + indented.slice(end + 1);
  }
  return undefined;
}

function offsetOfUnclosed(lexemes: readonly string[]): number | undefined {
  let offset = 0;
  for (const lexeme of lexemes) {
    if (/^["']/.test(lexeme) && closingQuote(lexeme, 0) !== lexeme.length - 1) return offset;
    offset += lengthInText(lexeme);
  }
  return undefined;
}

/** The lexer marks the beginning of a document, the end of a flow collection and a plain scalar; marks are not source text. */
const scalarMark = "\u001f";
const marks = ["\u0002", "\u0018", scalarMark];

const brackets: ReadonlySet<string> = new Set(["[", "{"]);
const valueStarts: ReadonlySet<string> = new Set([...brackets, scalarMark, "'", '"', "*"]);

function lengthInText(lexeme: string): number {
  return marks.includes(lexeme) ? 0 : lexeme.length;
}

function closingQuote(text: string, start: number): number {
  const quote = text[start];
  for (let i = start + 1; i < text.length; i++) {
    if (quote === '"' && text[i] === "\\") i++;
    else if (text[i] === quote) {
      if (quote === "'" && text[i + 1] === "'") i++;
      else return i;
    }
  }
  return -1;
}

function withOriginals(lexemes: readonly string[], repairs: readonly Repair[]): string[] {
  let offset = 0;
  return lexemes.map((lexeme) => {
    const repair = repairs.find((repair) => repair.offset === offset && /^["']/.test(lexeme));
    offset += lengthInText(lexeme);
    return repair?.original ?? lexeme;
  });
}
