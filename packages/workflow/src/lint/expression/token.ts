/** A word of an expression. */
export interface Token {
  readonly kind: "identifier" | "number" | "string" | "operator" | "bracket" | "end";
  /** As it stands in the text; of a string what it says, without quotes and escapes. */
  readonly value: string;
  /** Where it begins in the text, from 0. */
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
}

/** Whether a token is an operator or a bracket that looks so. */
export function isSign({ kind, value }: Token, sign: string): boolean {
  return (kind === "operator" || kind === "bracket") && value === sign;
}

/** A token for people: `"+"`, `the text 'a'`, `the end`. */
export function tokenText({ kind, value }: Token): string {
  if (kind === "end") return "the end";
  return kind === "string" ? `the string '${value}'` : `"${value}"`;
}
