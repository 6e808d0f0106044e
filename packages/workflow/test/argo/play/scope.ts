import type { Artifact } from "./manifest.js";

/** The names that tags may read: texts by their full name, null for an output of a skipped task, and artifacts. */
export type Scope = Readonly<Record<string, string | null | Artifact>>;

/** The texts (and nulls) of a scope that can replace a tag. */
export function textsOf(scope: Scope): Record<string, string | null> {
  const texts: Record<string, string | null> = {};
  for (const [name, value] of Object.entries(scope)) {
    if (value === null || typeof value === "string") texts[name] = value;
  }
  return texts;
}

/** The scope for expressions: `a.b.c` becomes nested objects; `a.b.c.d` takes precedence over `a.b.c`. */
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

/** Whether a path exists; its value may be null. */
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
