import type { WhenToken } from "./token.js";

/** A value in a condition, as far as it is known before the workflow runs. */
export type WhenValue =
  | { readonly kind: "known"; readonly value: Known; readonly isQuoted: boolean }
  /** A string in quotes that contains a tag: certainly a string. */
  | { readonly kind: "text"; readonly token: WhenToken }
  /** A word that contains a tag: a number, a boolean or a string, depending on its value. */
  | { readonly kind: "word"; readonly token: WhenToken }
  | { readonly kind: "unknown" };

/** A list is made by commas. */
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
