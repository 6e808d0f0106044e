/** Whether a character may be part of a name: a letter, a digit, `_` or `$`. */
export function isWordCharacter(character: string): boolean {
  return /^[\p{L}\p{Nd}_$]$/u.test(character);
}

/** Whether a text is a name: it begins with a letter, `_` or `$`. */
export function isName(text: string): boolean {
  return /^[\p{L}_$][\p{L}\p{Nd}_$]*$/u.test(text);
}
