import type { Artifact } from "./manifest.js";

/** What tags may name: texts by their full name, null for an output of a skipped task, artifacts. */
export type Scope = Readonly<Record<string, string | null | Artifact>>;

/** Texts (and nulls) of a scope: what a tag can be replaced by. */
export function textsOf(scope: Scope): Record<string, string | null> {
  const texts: Record<string, string | null> = {};
  for (const [name, value] of Object.entries(scope)) {
    if (value === null || typeof value === "string") texts[name] = value;
  }
  return texts;
}

/** The scope as expressions see it: `a.b.c` becomes nested objects, and gives way to `a.b.c.d`. */
export function nested(scope: Scope): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  const names = Object.keys(scope).sort();
  for (const [i, name] of names.entries()) {
    if (names[i + 1]?.startsWith(`${name}.`) === true) continue;
    const parts = name.split(".");
    const last = parts.pop() ?? "";
    let at: Record<string, unknown> = root;
    for (const part of parts) {
      const inner = at[part];
      const next: Record<string, unknown> = isRecord(inner) ? inner : {};
      at[part] = next;
      at = next;
    }
    at[last] = scope[name];
  }
  return root;
}

/** Whether a path leads somewhere; a null at its end counts. */
export function isKnown(environment: Readonly<Record<string, unknown>>, path: string): boolean {
  let at: unknown = environment;
  for (const part of path.split(".")) {
    if (!isRecord(at) || !(part in at)) return false;
    at = at[part];
  }
  return true;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
