import type { FloatNode, IntegerNode } from "./ast.js";
import { ExpressionError } from "./expression-error.js";
import type { Token } from "./token.js";

const greatest = 2n ** 63n - 1n;

/**
 * The number of a token: `12`, `1_000`, `0xff`, `0b11`, `0o17`, `1.5`, `.5`, `1e3`. A leading 0 does not make it octal.
 *
 * @throws {ExpressionError} if digits are missing, or it exceeds Go's int64 or float64
 */
export function readNumber({ value: text, start, end }: Token): IntegerNode | FloatNode {
  const digits = text.replaceAll("_", "").toLowerCase();
  if (/^(?:\d+|0x[\da-f]+|0b[01]+|0o[0-7]+)$/.test(digits)) {
    const value = BigInt(digits);
    if (value > greatest) throw new ExpressionError(`the integer ${text} is greater than ${greatest}`, start);
    return { kind: "integer", value, start, end };
  }
  const value = /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/.test(digits) ? Number(digits) : Number.NaN;
  if (Number.isNaN(value)) throw new ExpressionError(`"${text}" is not a number`, start);
  if (!Number.isFinite(value)) throw new ExpressionError(`the number ${text} is too large`, start);
  return { kind: "float", value, start, end };
}
