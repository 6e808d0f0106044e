import type { Expression } from "./ast.js";
import { ExpressionError } from "./expression-error.js";
import { parse } from "./parser.js";

/** A syntax tree, or the error and its offset in the text, from 0. */
export type ParsedExpression =
  | { readonly ast: Expression; readonly error?: undefined }
  | { readonly ast?: undefined; readonly error: { readonly message: string; readonly offset: number } };

/** Parses an expression like expr's own parser. */
export function parseExpression(text: string): ParsedExpression {
  try {
    return { ast: parse(text) };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { error: { message: error.message, offset: error.offset } };
  }
}
