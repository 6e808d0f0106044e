import type { JsonObject } from "../model/json.js";
import { nearest } from "../text/did-you-mean.js";
import type { GoType } from "./go-type.js";

type Struct = Extract<GoType, { kind: "struct" }>;

/** A struct on the path to a field, and the key that leads to the next one. */
export interface Around {
  readonly struct: Struct;
  readonly key: string;
}

/** Longer words are not typos. */
const maxWordLength = 60;

/** Advice for an unknown field: where it belongs, or a field with a similar name. */
export function unknownFieldAdvice(
  field: string,
  struct: Struct,
  value: JsonObject,
  around: readonly Around[],
): string {
  const sameLetters = [...struct.fields.keys()].find((known) => known.toLowerCase() === field.toLowerCase());
  if (sameLetters !== undefined) return `Write it as "${sameLetters}".`;
  const inside = insideOf(field, struct, value);
  if (inside !== undefined) return `Move it into "${inside}", where it belongs.`;
  const outside = around.findLast((place) => place.struct.fields.has(field));
  if (outside !== undefined) return `Move it out, next to "${outside.key}", where it belongs.`;
  const near = field.length > maxWordLength ? undefined : nearest(field, struct.fields.keys());
  if (near !== undefined) return `Did you mean "${near}"?`;
  return `Remove it, or use one of the fields that exist here: ${list([...struct.fields.keys()])}.`;
}

/** The sibling that has such a field: one that is set already, or the only one. */
function insideOf(field: string, struct: Struct, value: JsonObject): string | undefined {
  const holders = [...struct.fields].filter(([, type]) => type.kind === "struct" && type.fields.has(field));
  const present = holders.filter(([name]) => Object.hasOwn(value, name));
  const [only] = present.length > 0 ? present : holders.length === 1 ? holders : [];
  return only?.[0];
}

function list(fields: readonly string[]): string {
  const shown = fields.slice(0, 12).join(", ");
  return fields.length > 12 ? `${shown}, and ${fields.length - 12} more` : shown;
}
