/** Kinds of tokens, as govaluate tells them apart. */
export type WhenKind =
  | "number"
  | "boolean"
  /** In quotes. */
  | "text"
  /** Without quotes, or in brackets. */
  | "word"
  /** A word with a point in it: `a.B`. */
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
  /** Of a text without quotes. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Stands for each character of a tag whose value is not known yet. govaluate takes it for a letter, and nobody writes it
 * in a condition.
 */
export const unknownCharacter = "\ua66e";

/** Whether it contains a `{{…}}`, so that its value is not known yet. */
export function isUnknown({ value }: WhenToken): boolean {
  return value.includes(unknownCharacter);
}
