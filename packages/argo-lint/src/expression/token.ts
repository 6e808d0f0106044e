/** A word of an expression. */
export interface Token {
  readonly kind: "identifier" | "number" | "string" | "operator" | "bracket" | "end";
  /** As written; for a string its value, without quotes and escapes. */
  readonly value: string;
  /** Offset of its start in the text, from 0. */
  readonly start: number;
  /** Offset after its last character. */
  readonly end: number;
}

/** Whether a token is this operator or bracket. */
export function isSign({ kind, value }: Token, sign: string): boolean {
  return (kind === "operator" || kind === "bracket") && value === sign;
}

/** A token for messages: `"+"`, `the text 'a'`, `the end`. */
export function tokenText({ kind, value }: Token): string {
  if (kind === "end") return "the end";
  return kind === "string" ? `the string '${value}'` : `"${value}"`;
}
