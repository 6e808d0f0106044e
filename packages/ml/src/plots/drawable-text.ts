import type { FontCoverage } from "./font-coverage.js";

/** Drawn for characters that the font does not have. */
export const REPLACEMENT = "?";

/** A text as a font can draw it. */
export interface DrawableText {
  readonly text: string;
  /** The characters replaced by "?", each once. */
  readonly missing: readonly string[];
}

/**
 * Replaces characters that the font has no glyph for: by their compatibility form where Unicode has one (full-width "Ａ"
 * by "A"), else each run of them by one "?". Control characters and line breaks become spaces.
 */
export function drawableText(text: string, covers: FontCoverage): DrawableText {
  const missing = new Set<string>();
  const isCovered = (character: string) => covers(character.codePointAt(0) ?? 0);
  const drawn = Array.from(text.replace(/\p{Surrogate}/gu, "\uFFFD"), (character) => {
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(character)) return " ";
    if (isCovered(character)) return character;
    // Joiners, variation selectors and the like have no glyph of their own.
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
