import type { ConditionExpression, Operand, Scalar } from "../../definition/condition.js";
import { isRawText } from "../../definition/parameter-schema.js";

/** A string literal of Argo's expression language. Braces are escaped, because two of them would end the tag. */
export function quoted(text: string): string {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    .replaceAll("{", "\\u007b")
    .replaceAll("}", "\\u007d");
  return `'${escaped}'`;
}

/** A text for an argument: unchanged, or as an expression if Argo would read a part of it as a tag. */
export function escapeTags(text: string): string;
export function escapeTags(text: string | undefined): string | undefined;
export function escapeTags(text: string | undefined): string | undefined {
  return text?.includes("{{") ? `{{=${quoted(text)}}}` : text;
}

/**
 * Compiles a condition to Argo's `when`: one expression tag for each comparison, joined by the operators of `when`. Each tag reads
 * only one value, because Argo fills in values of inputs and of tasks at different times.
 */
export function whenOf(expression: ConditionExpression, textOf: (operand: Operand) => string): string {
  switch (expression.operator) {
    case "and":
    case "or": {
      const operator = expression.operator === "and" ? " && " : " || ";
      return expression.conditions.map((condition) => `(${whenOf(condition, textOf)})`).join(operator);
    }
    case "not":
      return `!(${whenOf(expression.condition, textOf)})`;
    case "equals":
      return `{{=${comparison(expression.operand, expression.value, textOf)}}}`;
    case "isOneOf":
      return expression.values.length === 0
        ? "false"
        : expression.values
            .map((value) => `{{=${comparison(expression.operand, value, textOf)}}}`)
            .join(" || ");
    default:
      return `{{=asFloat(${textOf(expression.operand)}) ${symbols[expression.operator]} ${expression.value}}}`;
  }
}

const symbols = { lessThan: "<", atMost: "<=", greaterThan: ">", atLeast: ">=" } as const;

function comparison(operand: Operand, value: Scalar, textOf: (operand: Operand) => string): string {
  const text = textOf(operand);
  if (typeof value === "number") return `asFloat(${text}) == ${value}`;
  return `${text} == ${quoted(isRawText(operand.schema) ? String(value) : JSON.stringify(value))}`;
}
