import { ExpressionError } from "../expression-error.js";
import type { WhenToken } from "./token.js";

/** The syntax tree of a condition: a value, or an operator and its operands. */
export type WhenNode =
  | { readonly kind: "value"; readonly token: WhenToken }
  | { readonly kind: "prefix"; readonly token: WhenToken; readonly operand: WhenNode }
  | {
      readonly kind: "binary";
      readonly token: WhenToken;
      readonly left: WhenNode;
      readonly right: WhenNode;
    };

/** From lowest to highest precedence; all are left-associative. Source: stagePlanner.go of Knetic/govaluate v3 */
const levels: readonly (readonly string[])[] = [
  [","],
  ["?", ":", "??"],
  ["||"],
  ["&&"],
  ["==", "!=", ">", ">=", "<", "<=", "=~", "!~", "in", "IN"],
  ["^", "&", "|"],
  [">>", "<<"],
  ["+", "-"],
  ["*", "/", "%"],
  ["**"],
];

const deepest = 200;

/**
 * The syntax tree of a condition.
 *
 * @param tokens in an order that govaluate allows
 * @returns undefined for one of the odd forms that govaluate accepts
 */
export function parseWhen(tokens: readonly WhenToken[]): WhenNode | undefined {
  let at = 0;
  let depth = 0;
  const level = (tightness: number): WhenNode | undefined => {
    const operators = levels[tightness];
    if (operators === undefined) return operand();
    let left = level(tightness + 1);
    for (;;) {
      const token = tokens[at];
      const isOperator = token !== undefined && token.kind !== "text" && token.kind !== "word";
      if (left === undefined || !isOperator || !operators.includes(token.value)) return left;
      at++;
      const right = level(tightness + 1);
      left = right === undefined ? undefined : { kind: "binary", token, left, right };
    }
  };
  const operand = (): WhenNode | undefined => {
    const token = tokens[at++];
    if (token === undefined) return undefined;
    if (token.kind === "prefix") {
      const of = operand();
      return of === undefined ? undefined : { kind: "prefix", token, operand: of };
    }
    if (token.kind !== "open") return { kind: "value", token };
    depth++;
    if (depth > deepest) throw new ExpressionError("it is nested too deeply", token.start);
    const inside = level(0);
    depth--;
    return tokens[at++]?.kind === "close" ? inside : undefined;
  };
  const tree = level(0);
  return at === tokens.length ? tree : undefined;
}
