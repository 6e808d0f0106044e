/**
 * A text, a number, or a list of them as a literal of a source: one line of characters that are seen, whatever the text
 * holds. Escaped are control characters, line separators, marks that turn the direction of a text, lone surrogates, and
 * the brace of `${`, which the linter takes for a template's. Without its quotes it can stand in a template, so that
 * backticks are escaped too.
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
