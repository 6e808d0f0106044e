import { toCanonicalNames } from "./canonical-names.js";
import { checkSelfContained } from "./check-self-contained.js";
import { type FunctionNode, parseFunction } from "./parse-function.js";
import { toPlainSyntax } from "./plain-syntax.js";
import { printFunction } from "./print-function.js";
import { findScopes, type LexicalScopes } from "./scopes.js";

/**
 * The self-contained source of a function as an expression, the same whether tsx, vitest or an esbuild bundle has loaded it.
 *
 * Comments, types, transpiler helpers and differences in spelling are removed, and so are numbers at the end of variable
 * names. Apart from those a bundle must keep names (no `minify`; `minifyWhitespace` is allowed).
 * @param where names the script in messages
 * @throws {DefinitionError} if the function uses something from outside its own body
 */
export function functionSource(where: string, fn: (...args: never[]) => unknown): string {
  const tree = toPlainSyntax(parseFunction(where, fn));
  const scopes = findScopes(tree);
  checkSelfContained(where, tree, scopes);
  dropUnusedName(tree, scopes);
  toCanonicalNames(scopes);
  return printFunction(tree);
}

/** A function needs its name only to call itself. As a method it would have none. */
function dropUnusedName(fn: FunctionNode, { outermost }: LexicalScopes): void {
  const names = outermost.children[0]?.names;
  if (!fn.id || names === undefined || (names.get(fn.id.name)?.length ?? 0) > 1) return;
  names.delete(fn.id.name);
  fn.id = null;
}
