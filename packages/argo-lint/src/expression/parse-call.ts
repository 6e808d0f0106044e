import type { Expression } from "./ast.js";
import { builtinFunctions, closureFunctions } from "./functions.js";
import type { Grammar } from "./grammar.js";
import type { Token } from "./token.js";

/**
 * The call of a function whose name has been read; its parentheses follow.
 *
 * @param piped the operand before `|`: the first argument
 * @throws {ExpressionError} if the arguments cannot be parsed, or a function with a closure has too few or too many
 */
export function parseCall(grammar: Grammar, { value: name, start }: Token, piped?: Expression): Expression {
  const { tokens } = grammar;
  const given = piped === undefined ? [] : [piped];
  const place = () => ({ start: piped?.start ?? start, end: tokens.end });
  if (closureFunctions.has(name)) {
    const all = closureArguments(grammar, name, given);
    tokens.count();
    return { kind: "builtin", name, arguments: all, ...place() };
  }
  const all = [...given, ...parseArguments(grammar)];
  tokens.count();
  if (builtinFunctions.has(name)) return { kind: "builtin", name, arguments: all, ...place() };
  tokens.count();
  const callee: Expression = { kind: "identifier", name, start, end: start + name.length };
  return { kind: "call", callee, arguments: all, ...place() };
}

/** The arguments of a call, with its parentheses. A comma may follow the last one. */
export function parseArguments(grammar: Grammar): Expression[] {
  const { tokens } = grammar;
  const all: Expression[] = [];
  tokens.expect("(");
  while (!tokens.is(")")) {
    if (all.length > 0) tokens.expectComma(")");
    if (tokens.is(")")) break;
    all.push(grammar.expression());
  }
  tokens.expect(")");
  return all;
}

function closureArguments(grammar: Grammar, name: string, given: readonly Expression[]): Expression[] {
  const { tokens } = grammar;
  const all = [...given];
  tokens.expect("(");
  const expected = (closureFunctions.get(name) ?? []).slice(given.length);
  for (const [i, argument] of expected.entries()) {
    if (tokens.is(")")) {
      if (argument.endsWith("?")) break;
      const what = argument === "closure" ? "an expression to call for each item" : "a list";
      tokens.fail(`${name}(…) lacks an argument: ${what}`);
    }
    if (i > 0) tokens.expect(",");
    all.push(argument.startsWith("closure") ? closure(grammar) : grammar.expression());
  }
  tokens.accept(",");
  tokens.expect(")");
  return all;
}

function closure(grammar: Grammar): Expression {
  const { start } = grammar.tokens.current;
  const body = grammar.closureBody();
  grammar.tokens.count();
  return { kind: "closure", body, start, end: grammar.tokens.end };
}
