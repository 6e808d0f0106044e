import type { Expression } from "./ast.js";
import type { Grammar } from "./grammar.js";
import { unaryOperators } from "./operators.js";
import { parseCall } from "./parse-call.js";
import { parsePostfix } from "./parse-postfix.js";
import { readNumber } from "./read-number.js";
import { isSign, type Token, tokenText } from "./token.js";

/** An operand, with the members, indexes and calls that follow it. */
export function parseOperand(grammar: Grammar): Expression {
  const { tokens } = grammar;
  const token = tokens.current;
  const precedence = token.kind === "operator" ? unaryOperators.get(token.value) : undefined;
  if (precedence !== undefined) {
    tokens.take();
    const operand = grammar.expression(precedence);
    tokens.count();
    const { start } = token;
    return parsePostfix(grammar, { kind: "unary", operator: token.value, operand, start, end: tokens.end });
  }
  if (tokens.accept("(")) {
    const inside = grammar.sequence();
    tokens.expect(")");
    return parsePostfix(grammar, inside);
  }
  if (grammar.closures > 0 && (tokens.is("#") || tokens.is("."))) {
    return parsePostfix(grammar, parsePointer(grammar));
  }
  if (tokens.accept("::")) return parsePostfix(grammar, parseCall(grammar, tokens.expectName()));
  switch (token.kind) {
    case "number":
      tokens.count();
      return readNumber(tokens.take());
    case "string":
      tokens.count();
      return parsePostfix(grammar, { kind: "string", value: tokens.take().value, ...place(token) });
    case "identifier":
      return parseName(grammar, tokens.take());
    default:
      if (tokens.is("[")) return parsePostfix(grammar, parseArray(grammar));
      if (tokens.is("{")) return parsePostfix(grammar, parseMap(grammar));
      return tokens.fail(unexpected(token));
  }
}

function unexpected(token: Token): string {
  if (token.kind === "end") return "it ends where a value is expected";
  const hint =
    isSign(token, "#") || isSign(token, ".")
      ? ", because this is not inside a closure, as of map or filter"
      : "";
  return `${tokenText(token)} is found where a value is expected${hint}`;
}

function place({ start, end }: Token): { start: number; end: number } {
  return { start, end };
}

function parsePointer(grammar: Grammar): Expression {
  const { tokens } = grammar;
  const { start } = tokens.current;
  const hasName = tokens.accept("#") && tokens.current.kind === "identifier";
  tokens.count();
  return { kind: "pointer", name: hasName ? tokens.take().value : "", start, end: tokens.end };
}

function parseName(grammar: Grammar, token: Token): Expression {
  const { tokens } = grammar;
  const { value } = token;
  if (!["true", "false", "nil"].includes(value) && tokens.is("(")) {
    return parsePostfix(grammar, parseCall(grammar, token));
  }
  tokens.count();
  if (value === "nil") return { kind: "nil", ...place(token) };
  if (value === "true" || value === "false") {
    return { kind: "boolean", value: value === "true", ...place(token) };
  }
  return parsePostfix(grammar, { kind: "identifier", name: value, ...place(token) });
}

function parseArray(grammar: Grammar): Expression {
  const { tokens } = grammar;
  const { start } = tokens.take();
  const items: Expression[] = [];
  while (!tokens.is("]")) {
    if (items.length > 0) tokens.expectComma("]");
    if (tokens.is("]")) break;
    items.push(grammar.expression());
  }
  tokens.expect("]");
  tokens.count();
  return { kind: "array", items, start, end: tokens.end };
}

function parseMap(grammar: Grammar): Expression {
  const { tokens } = grammar;
  const { start } = tokens.take();
  const entries: { key: Expression; value: Expression }[] = [];
  while (!tokens.is("}")) {
    if (entries.length > 0) tokens.expectComma("}");
    if (tokens.is("}")) break;
    const key = parseKey(grammar);
    tokens.expect(":");
    entries.push({ key, value: grammar.expression() });
    tokens.count();
  }
  tokens.expect("}");
  tokens.count();
  return { kind: "map", entries, start, end: tokens.end };
}

function parseKey(grammar: Grammar): Expression {
  const { tokens } = grammar;
  if (tokens.is("(")) return grammar.expression();
  const token = tokens.current;
  if (!["number", "string", "identifier"].includes(token.kind)) {
    tokens.fail(
      `${tokenText(token)} is found where a map key is expected: a name, a string, a number or an expression in parentheses`,
    );
  }
  tokens.count();
  return { kind: "string", value: tokens.take().value, ...place(token) };
}
