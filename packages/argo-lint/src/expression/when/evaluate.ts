import { ExpressionError } from "../expression-error.js";
import type { WhenNode } from "./parser.js";
import { isUnknown, type WhenToken } from "./token.js";
import { type Known, knownValue, unknown, valueText, type WhenValue } from "./value.js";

/** `==` or `!=` between something with a tag and something without. */
export interface TagComparison {
  readonly operator: WhenToken;
  /** The operand that contains the tag. */
  readonly tag: WhenToken;
  readonly literal: Known;
  /** The result whatever the tag's value; undefined if it depends on the tag. */
  readonly result: boolean | undefined;
}

/**
 * What is known about the value of a condition.
 *
 * @param report called with each comparison with a tag
 * @throws {ExpressionError} if govaluate always fails: a string minus a string, `!` of a string
 * Source: evaluationStage.go of Knetic/govaluate v3
 */
export function evaluateWhen(node: WhenNode, report: (comparison: TagComparison) => void): WhenValue {
  switch (node.kind) {
    case "value":
      return valueOfToken(node.token);
    case "prefix": {
      const value = evaluateWhen(node.operand, report);
      const type = node.token.value === "!" ? "boolean" : "number";
      requireType(value, [type], node.token);
      if (value.kind !== "known" || node.token.value === "~") return unknown;
      return knownValue(type === "boolean" ? !value.value : -Number(value.value));
    }
    case "binary": {
      const left = evaluateWhen(node.left, report);
      const operator = node.token.value;
      if (isKnown(left, operator === "&&" ? false : operator === "||" ? true : undefined)) return left;
      // The right side may not be evaluated, and whether it is does not depend on a tag.
      if (["?", ":", "??"].includes(operator)) return unknown;
      const isLogical = operator === "&&" || operator === "||";
      if (isLogical && left.kind !== "known" && !containsUnknown(node.left)) return unknown;
      return combine(left, evaluateWhen(node.right, report), node.token, report);
    }
  }
}

function valueOfToken(token: WhenToken): WhenValue {
  const { kind, value } = token;
  if (kind === "text" && isUnknown(token)) return { kind: "text", token };
  if (isUnknown(token)) return { kind: "word", token };
  if (kind === "number") return knownValue(Number(value));
  if (kind === "boolean") return knownValue(value === "true");
  // govaluate reads a string that is a date or a time as a number.
  if (kind === "text")
    return /^\d{1,2}:\d{2}|^\d{4}-|^[A-Z][a-z]{2} /.test(value) ? unknown : knownValue(value, true);
  if (kind === "accessor") {
    throw new ExpressionError(`"${value}" contains a dot and has no quotes around it`, token.start);
  }
  return knownValue(value);
}

function containsUnknown(node: WhenNode): boolean {
  if (node.kind === "value") return isUnknown(node.token);
  if (node.kind === "prefix") return containsUnknown(node.operand);
  return containsUnknown(node.left) || containsUnknown(node.right);
}

function isKnown(value: WhenValue, as: Known | undefined): boolean {
  return as !== undefined && value.kind === "known" && value.value === as;
}

function combine(
  left: WhenValue,
  right: WhenValue,
  token: WhenToken,
  report: (comparison: TagComparison) => void,
): WhenValue {
  const bothKnown =
    left.kind === "known" && right.kind === "known" ? ([left.value, right.value] as const) : null;
  switch (token.value) {
    case ",": {
      const items = left.kind === "known" && typeof left.value === "object" ? left.value : [left];
      return knownValue([...items, right]);
    }
    case "==":
    case "!=":
      return compare(left, right, token, report);
    case "&&":
    case "||":
      requireType(left, ["boolean"], token);
      requireType(right, ["boolean"], token);
      return right.kind === "known" && left.kind === "known" ? right : unknown;
    case ">":
    case ">=":
    case "<":
    case "<=":
      requireType(left, ["number", "string"], token);
      requireType(right, ["number", "string"], token);
      if (bothKnown !== null && typeof bothKnown[0] !== typeof bothKnown[1]) {
        const [a, b] = bothKnown.map(valueText);
        throw new ExpressionError(`${a} and ${b} cannot be compared with ${token.value}`, token.start);
      }
      return unknown;
    case "=~":
    case "!~":
      requireType(left, ["string"], token);
      requireType(right, ["string"], token);
      return unknown;
    case "in":
    case "IN":
      requireType(right, ["object"], token);
      return unknown;
    case "+":
      return unknown;
    default:
      requireType(left, ["number"], token);
      requireType(right, ["number"], token);
      return unknown;
  }
}

function requireType(
  value: WhenValue,
  types: readonly string[],
  { value: operator, start }: WhenToken,
): void {
  const type = value.kind === "known" ? typeof value.value : value.kind === "text" ? "string" : undefined;
  // A string in quotes may still be a date, and then it is a number.
  if (type === undefined || types.includes(type) || (value.kind === "text" && types.includes("number")))
    return;
  const found = value.kind === "known" ? valueText(value.value) : "a string in quotes";
  const wanted = types.map(
    (name) => ({ object: "a list such as ('a', 'b')", string: "a string" })[name] ?? `a ${name}`,
  );
  const hint =
    operator === "-" && value.kind === "known" && !value.isQuoted
      ? "; put quotes around a word with a hyphen"
      : "";
  throw new ExpressionError(`"${operator}" works on ${wanted.join(" or ")}, not on ${found}${hint}`, start);
}

function compare(
  left: WhenValue,
  right: WhenValue,
  operator: WhenToken,
  report: (comparison: TagComparison) => void,
): WhenValue {
  const isEqual = operator.value === "==";
  if (left.kind === "known" && right.kind === "known") {
    if (typeof left.value === "object" || typeof right.value === "object") return unknown;
    return knownValue((left.value === right.value) === isEqual);
  }
  const [literal, tag] = left.kind === "known" ? [left, right] : [right, left];
  if (literal.kind !== "known" || (tag.kind !== "text" && tag.kind !== "word")) return unknown;
  const { value } = literal;
  const differs =
    tag.kind === "text"
      ? typeof value !== "string"
      : typeof value === "string" && literal.isQuoted && /^(true|false|\d+(\.\d+)?)$/.test(value);
  report({ operator, tag: tag.token, literal: value, result: differs ? !isEqual : undefined });
  return differs ? knownValue(!isEqual) : unknown;
}
