import type { WhenToken } from "./token.js";

/** A value of a condition, as far as it is known before the workflow runs. */
export type WhenValue =
  | { readonly kind: "known"; readonly value: Known; readonly isQuoted: boolean }
  /** A text in quotes with a tag in it: some text, surely. */
  | { readonly kind: "text"; readonly token: WhenToken }
  /** A word with a tag in it: a number, a boolean or a text, as its value looks. */
  | { readonly kind: "word"; readonly token: WhenToken }
  | { readonly kind: "unknown" };

/** A list is what commas make. */
export type Known = string | number | boolean | readonly WhenValue[];

export const unknown: WhenValue = { kind: "unknown" };

export function knownValue(value: Known, isQuoted = false): WhenValue {
  return { kind: "known", value, isQuoted };
}

/** `the text 'a'`, `the number 5`. */
export function valueText(value: Known): string {
  if (typeof value === "string") return `the string '${value}'`;
  return typeof value === "object" ? "a list" : `the ${typeof value} ${value}`;
}
