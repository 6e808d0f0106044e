import type { Expression } from "./ast.js";
import { ExpressionError } from "./expression-error.js";
import type { Grammar } from "./grammar.js";
import { tokensOf } from "./lexer.js";
import { binaryOperators, comparisons, negatable } from "./operators.js";
import { parseCall } from "./parse-call.js";
import { parseOperand } from "./parse-operand.js";
import { tokenText } from "./token.js";
import { TokenReader } from "./token-reader.js";

/** Deeper than anyone nests, and not so deep that the stack overflows. */
const deepest = 400;

/** A syntax tree, or the error and its offset in the text, from 0. */
export type ParsedExpression =
  | { readonly ast: Expression; readonly error?: undefined }
  | { readonly ast?: undefined; readonly error: { readonly message: string; readonly offset: number } };

/**
 * Parses an expression of expr-lang v1.17.7, with the defaults of its parser. Never throws for a text that is not one.
 *
 * Source: parser/parser.go of expr-lang
 */
export function parseExpression(text: string): ParsedExpression {
  try {
    return { ast: new Parser(text).parse() };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { error: { message: error.message, offset: error.offset } };
  }
}

class Parser implements Grammar {
  readonly tokens: TokenReader;
  closures = 0;
  #depth = 0;

  constructor(text: string) {
    this.tokens = new TokenReader(tokensOf(text));
  }

  parse(): Expression {
    const { tokens } = this;
    const expression = this.sequence();
    if (tokens.current.kind !== "end") {
      const hint = tokens.is("=") ? "; values are compared with ==" : "";
      tokens.fail(`${tokenText(tokens.current)} is not expected here${hint}`);
    }
    return expression;
  }

  sequence(): Expression {
    const { tokens } = this;
    const first = this.expression();
    const items = [first];
    while (tokens.accept(";") && tokens.current.kind !== "end") items.push(this.expression());
    if (items.length === 1) return first;
    tokens.count();
    return { kind: "sequence", items, start: first.start, end: tokens.end };
  }

  expression(precedence = 0): Expression {
    this.#depth++;
    if (this.#depth > deepest) this.tokens.fail(`the expression is nested deeper than ${deepest} levels`);
    const expression = this.#expression(precedence);
    this.#depth--;
    return expression;
  }

  closureBody(): Expression {
    const { tokens } = this;
    const inBraces = tokens.accept("{");
    const isMap = inBraces && ["identifier", "string"].includes(tokens.current.kind);
    if (isMap && tokens.following.kind === "operator" && tokens.following.value === ":") {
      tokens.fail(
        `these braces belong to the closure; write a map with its own braces: { {${tokens.current.value}: …} }`,
      );
    }
    this.closures++;
    const body = inBraces ? this.sequence() : this.expression();
    this.closures--;
    if (inBraces) tokens.expect("}");
    else if (tokens.is(";")) tokens.fail("a closure of several expressions needs braces, { and }");
    return body;
  }

  #expression(precedence: number): Expression {
    if (precedence === 0 && this.tokens.is("let")) return this.#let();
    if (precedence === 0 && this.tokens.is("if")) return this.#if();
    const operation = this.#operation(precedence);
    return precedence === 0 ? this.#conditional(operation) : operation;
  }

  #operation(precedence: number): Expression {
    const { tokens } = this;
    let left = parseOperand(this);
    for (let previous = ""; ; ) {
      const token = tokens.current;
      const isNegated = tokens.is("not");
      const { value } = isNegated ? tokens.following : token;
      if (isNegated && !negatable.has(value)) {
        tokens.fail(`"not" between two values must be followed by one of ${[...negatable].join(", ")}`);
      }
      const operator = token.kind === "operator" ? binaryOperators.get(value) : undefined;
      if (operator === undefined || operator.precedence < precedence) return left;
      if (isNegated) tokens.take();
      tokens.take();
      if (value === "|") left = parseCall(this, tokens.expectName(), left);
      else if (previous === "??" && value !== "??") {
        tokens.fail(`?? and ${value} cannot be combined without parentheses around one of them`, token);
      } else if (comparisons.has(value)) left = this.#comparisons(left, value, operator.precedence);
      else {
        const right = this.expression(operator.precedence + (operator.associativity === "left" ? 1 : 0));
        tokens.count(isNegated ? 2 : 1);
        const { end } = tokens;
        left = { kind: "binary", operator: value, left, right, start: left.start, end };
        if (isNegated) left = { kind: "unary", operator: "not", operand: left, start: left.start, end };
      }
      previous = value;
    }
  }

  #comparisons(left: Expression, first: string, precedence: number): Expression {
    const { tokens } = this;
    const operators = [first];
    const right = this.expression(precedence + 1);
    const operands = [left, right];
    tokens.count();
    while (tokens.current.kind === "operator" && comparisons.has(tokens.current.value)) {
      operators.push(tokens.take().value);
      operands.push(this.expression(precedence + 1));
      tokens.count(2);
    }
    const place = { start: left.start, end: tokens.end };
    if (operators.length === 1) return { kind: "binary", operator: first, left, right, ...place };
    return { kind: "comparisons", operands, operators, ...place };
  }

  #conditional(first: Expression): Expression {
    const { tokens } = this;
    let condition = first;
    while (tokens.accept("?")) {
      const isElvis = tokens.accept(":");
      const consequent = isElvis ? undefined : this.expression();
      if (!isElvis) tokens.expect(":");
      const alternative = this.expression();
      tokens.count();
      condition = {
        kind: "conditional",
        form: isElvis ? "elvis" : "ternary",
        condition,
        consequent,
        alternative,
        start: first.start,
        end: tokens.end,
      };
    }
    return condition;
  }

  #let(): Expression {
    const { tokens } = this;
    const { start } = tokens.take();
    const { value: name } = tokens.expectName();
    tokens.expect("=");
    const value = this.expression();
    tokens.expect(";");
    const body = this.sequence();
    tokens.count();
    return { kind: "let", name, value, body, start, end: tokens.end };
  }

  #if(): Expression {
    const { tokens } = this;
    const { start } = tokens.take();
    const condition = this.expression();
    const consequent = this.#block();
    tokens.expect("else");
    const alternative = tokens.is("if") ? this.expression() : this.#block();
    return { kind: "conditional", form: "if", condition, consequent, alternative, start, end: tokens.end };
  }

  #block(): Expression {
    this.tokens.expect("{");
    const block = this.sequence();
    this.tokens.expect("}");
    return block;
  }
}
