import type { Expression } from "./ast.js";
import type { Grammar } from "./grammar.js";
import { operatorWords } from "./operators.js";
import { parseArguments } from "./parse-call.js";
import { tokenText } from "./token.js";

/** The members, indexes, slices and method calls that follow an operand. */
export function parsePostfix(grammar: Grammar, operand: Expression): Expression {
  const { tokens } = grammar;
  for (let of = operand; ; ) {
    if (tokens.is("?.") && tokens.following.kind === "bracket" && tokens.following.value === "[") {
      tokens.take();
      of = parseIndex(grammar, of, true);
    } else if (tokens.is(".") || tokens.is("?.")) of = parseMember(grammar, of);
    else if (tokens.is("[")) of = parseIndex(grammar, of, false);
    else return of;
  }
}

function parseMember(grammar: Grammar, of: Expression): Expression {
  const { tokens } = grammar;
  const isOptional = tokens.take().value === "?.";
  const token = tokens.current;
  if (token.kind !== "identifier" && !(token.kind === "operator" && operatorWords.has(token.value))) {
    tokens.fail(`${tokenText(token)} is found where a name is expected`);
  }
  tokens.take();
  tokens.count(2);
  const { start } = of;
  const property: Expression = { kind: "string", value: token.value, start: token.start, end: token.end };
  const isChain = of.kind === "chain";
  const object = of.kind === "chain" ? of.of : of;
  let found: Expression = { kind: "member", object, property, isOptional, start, end: tokens.end };
  if (tokens.is("(")) {
    const all = parseArguments(grammar);
    tokens.count();
    found = { kind: "call", callee: found, arguments: all, start, end: tokens.end };
  }
  return isChain || isOptional ? chain(grammar, found) : found;
}

function parseIndex(grammar: Grammar, object: Expression, isOptional: boolean): Expression {
  const { tokens } = grammar;
  const { start } = object;
  tokens.expect("[");
  const from = tokens.is(":") ? undefined : grammar.expression();
  if (from === undefined || tokens.is(":")) {
    tokens.expect(":");
    const to = tokens.is("]") ? undefined : grammar.expression();
    tokens.expect("]");
    tokens.count();
    return { kind: "slice", object, from, to, start, end: tokens.end };
  }
  tokens.expect("]");
  tokens.count();
  const { end } = tokens;
  const found: Expression = { kind: "member", object, property: from, isOptional, start, end };
  return isOptional ? chain(grammar, found) : found;
}

function chain({ tokens }: Grammar, of: Expression): Expression {
  tokens.count();
  return { kind: "chain", of, start: of.start, end: of.end };
}
