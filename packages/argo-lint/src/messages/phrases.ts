import type { NamedList } from "../model/named-lists.js";
import { pluralize } from "../text/pluralize.js";

/** A text that begins a sentence. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** ` and 2 others`; nothing for 0. */
export function andOthers(count: number): string {
  return count === 0 ? "" : ` and ${pluralize(count, "other")}`;
}

/** `The input parameter "x" of template "main"`. */
export function namedThing({ thing, of }: NamedList, name: string): string {
  return `${capitalize(`the ${thing}`)} ${JSON.stringify(name)}${of}`;
}
