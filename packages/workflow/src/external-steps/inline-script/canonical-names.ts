import type { LexicalScope, LexicalScopes } from "./scopes.js";

/**
 * Gives every variable the name that all transpilers agree on, in place.
 *
 * A bundler gives a variable a number where its name stands for something else in the bundle (`result2`), so numbers at
 * the end of names carry no meaning: they are taken off, and put back only where two names would be one. No name hides
 * another afterwards.
 */
export function toCanonicalNames({ outermost, free }: LexicalScopes): void {
  nameScope(outermost, new Set([...reserved, ...free]));
}

function nameScope(scope: LexicalScope, taken: ReadonlySet<string>): void {
  const all = new Set(taken);
  for (const [name, places] of scope.names) {
    // Nobody declares `arguments`, so nobody may name it anew.
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

/** What cannot name a variable, or not in every place. */
const reserved: ReadonlySet<string> = new Set(
  `
  arguments async await break case catch class const continue debugger default delete do else enum eval export extends
  false finally for function if implements import in instanceof interface let new null of package private protected
  public return static super switch this throw true try typeof undefined using var void while with yield
  `
    .trim()
    .split(/\s+/),
);
