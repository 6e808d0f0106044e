/**
 * A text, a number, or a list of them as a source literal: one line of visible characters. Escapes control characters, line
 * separators, marks of text direction, lone surrogates, and the brace of `${`, which the linter takes for a placeholder.
 * Backticks are escaped too, so that the literal without its quotes can be part of a template literal.
 */
export function literal(value: string | number | readonly (string | number)[]): string {
  return JSON.stringify(value)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => character.split("").map(escaped).join(""))
    .replaceAll("${", "$\\u007b")
    .replaceAll("`", "\\u0060");
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
