import { ExpressionError } from "../expression-error.js";
import { isUnknown, type WhenKind, type WhenToken } from "./token.js";

const values: readonly WhenKind[] = ["number", "boolean", "word", "accessor", "text", "open"];
const behindValue: readonly WhenKind[] = [
  "modifier",
  "comparator",
  "logical",
  "close",
  "ternary",
  "separator",
];

/** What may follow a token. Source: validLexerStates in lexerState.go of Knetic/govaluate v3 */
const next: Readonly<Record<WhenKind | "start", readonly WhenKind[]>> = {
  start: [...values, "prefix"],
  open: [...values, "prefix", "close"],
  close: [...behindValue, "number", "boolean", "word", "text", "open"],
  number: behindValue,
  boolean: behindValue,
  text: behindValue,
  word: behindValue,
  accessor: [...behindValue, "open"],
  modifier: [...values, "prefix", "close"],
  comparator: [...values, "prefix", "close"],
  logical: [...values, "prefix", "close"],
  prefix: ["number", "boolean", "word", "accessor", "open", "close"],
  ternary: [...values, "prefix", "separator"],
  separator: [...values, "prefix"],
};

/** Whether a token of this kind may follow that one, or begin the condition. */
export function follows(previous: WhenKind | undefined, kind: WhenKind): boolean {
  return next[previous ?? "start"].includes(kind);
}

/**
 * Checks that tokens are in an order that govaluate accepts, as far as that is known: the value of a tag outside quotes
 * is not.
 *
 * @returns whether the order is known; if not, neither is the value
 * @throws {ExpressionError} if it is certainly wrong
 */
export function checkOrder(tokens: readonly WhenToken[]): boolean {
  const isOpen = (token: WhenToken): boolean => token.kind !== "text" && isUnknown(token);
  for (const [i, token] of tokens.entries()) {
    const previous = tokens[i - 1];
    if (follows(previous?.kind, token.kind)) continue;
    if (isOpen(token) || (previous !== undefined && isOpen(previous))) return false;
    if (previous?.kind === "word" && token.kind === "open") {
      throw new ExpressionError(`conditions have no function "${previous.value}"`, previous.start);
    }
    const place = previous === undefined ? "at the start" : `after "${previous.value}"`;
    throw new ExpressionError(`"${token.value}" ${place} is not expected`, token.start);
  }
  const depth = tokens.reduce((sum, { kind }) => sum + (kind === "open" ? 1 : kind === "close" ? -1 : 0), 0);
  if (depth !== 0) {
    throw new ExpressionError(
      depth > 0 ? 'a "(" is not closed' : 'a ")" closes nothing',
      tokens.find(({ kind }) => kind === (depth > 0 ? "open" : "close"))?.start ?? 0,
    );
  }
  const last = tokens.at(-1);
  if (last === undefined) throw new ExpressionError("it is empty", 0);
  if (!["number", "boolean", "text", "word", "accessor", "close"].includes(last.kind)) {
    throw new ExpressionError(`it ends after "${last.value}"`, last.start);
  }
  return true;
}
