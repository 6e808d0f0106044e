import type { LexicalScope, LexicalScopes } from "./scopes.js";

/**
 * Renames every variable in place to a name that does not depend on the transpiler.
 *
 * A bundler appends a number to a variable whose name is already used in the bundle (`result2`). Numbers at the end of names
 * are therefore removed, and added again only where two names would be equal. Afterwards no name shadows another.
 */
export function toCanonicalNames({ outermost, free }: LexicalScopes): void {
  nameScope(outermost, new Set([...reserved, ...free]));
}

function nameScope(scope: LexicalScope, taken: ReadonlySet<string>): void {
  const all = new Set(taken);
  for (const [name, places] of scope.names) {
    // `arguments` is not a declared variable and must keep its name.
    if (name === "arguments") continue;
    const chosen = firstFree(name.replace(/\d+$/, ""), all);
    all.add(chosen);
    for (const place of places) place.name = chosen;
  }
  for (const child of scope.children) nameScope(child, all);
}

function firstFree(base: string, taken: ReadonlySet<string>): string {
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base}${number}`;
  return name;
}

/** Words that cannot be used as the name of a variable, or not everywhere. */
const reserved: ReadonlySet<string> = new Set(
  `
  arguments async await break case catch class const continue debugger default delete do else enum eval export extends
  false finally for function if implements import in instanceof interface let new null of package private protected
  public return static super switch this throw true try typeof undefined using var void while with yield
  `
    .trim()
    .split(/\s+/),
);
