import type { FontCoverage } from "./font-coverage.js";

/** What stands in a picture for characters that its font does not have. */
export const REPLACEMENT = "?";

/** A text as a font can draw it. */
export interface DrawableText {
  readonly text: string;
  /** The characters that became "?", each once. */
  readonly missing: readonly string[];
}

/**
 * Replaces what the font has no glyph for, and what would be drawn as a box: letters by their plain form where Unicode
 * knows one (full-width "Ａ" by "A"), else each run of them by one "?"; control characters and line breaks by a blank.
 */
export function drawableText(text: string, covers: FontCoverage): DrawableText {
  const missing = new Set<string>();
  const isCovered = (character: string) => covers(character.codePointAt(0) ?? 0);
  const drawn = Array.from(text.replace(/\p{Surrogate}/gu, "\uFFFD"), (character) => {
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(character)) return " ";
    if (isCovered(character)) return character;
    // Joiners, variation selectors and the like are not drawn by themselves.
    if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return "";
    const plain = character.normalize("NFKC");
    if ([...plain].every(isCovered)) return plain;
    missing.add(character);
    return undefined;
  });
  const joined = drawn.reduce<string>((sofar, character, i) => {
    if (character !== undefined) return sofar + character;
    const continues = i > 0 && drawn[i - 1] === undefined;
    return continues ? sofar : sofar + REPLACEMENT;
  }, "");
  return { text: joined, missing: [...missing] };
}
