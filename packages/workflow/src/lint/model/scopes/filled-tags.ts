import type { Tag } from "../tags.js";
import type { VariableScope } from "./scope.js";

/** Argo searches for tags in JSON, where a line feed is two characters, not whitespace. */
export function nameInJson({ text }: Tag): string {
  return JSON.stringify(text.slice(2, -2)).slice(1, -1).trim();
}

/** Replaces a tag inside a tag, as Argo does before it reads the outer one. */
export function fillNested(text: string, scope: VariableScope): string {
  return text.replace(/(\{\{[^{}]*)\{\{\s*([^{}]+?)\s*\}\}/g, (whole, outer: string, inner: string) =>
    scope.has(inner) ? `${outer}«${inner}»` : whole,
  );
}
