/** Kinds of tokens, as govaluate distinguishes them. */
export type WhenKind =
  | "number"
  | "boolean"
  /** In quotes. */
  | "text"
  /** Without quotes, or in brackets. */
  | "word"
  /** A word with a dot: `a.B`. */
  | "accessor"
  | "prefix"
  | "modifier"
  | "logical"
  | "comparator"
  | "ternary"
  | "separator"
  | "open"
  | "close";

/** A word of a `when`. */
export interface WhenToken {
  readonly kind: WhenKind;
  /** A string's value is without quotes. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Placeholder for each character of a tag whose value is not known yet. govaluate takes it for a letter, and nobody uses
 * it in a condition.
 */
export const unknownCharacter = "\ua66e";

/** Whether it contains a `{{…}}`, so that its value is not known yet. */
export function isUnknown({ value }: WhenToken): boolean {
  return value.includes(unknownCharacter);
}
