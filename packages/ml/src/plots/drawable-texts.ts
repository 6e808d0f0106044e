import { drawableText, REPLACEMENT } from "./drawable-text.js";
import { fontCoverage } from "./register-font.js";

/** How letters that the font lacks are reported. */
export interface MissingLetters {
  /** The picture, as a warning names it: "the ROC curve". */
  readonly where: string;
  /** What to do about it, as a sentence. */
  readonly fix: string;
  readonly onWarning: ((message: string) => void) | undefined;
}

/**
 * Texts as the package's font draws them, and a note for the picture where letters are missing.
 * @returns as many texts, in the same order
 */
export function drawableTexts(
  texts: readonly string[],
  { where, fix, onWarning }: MissingLetters,
): { readonly texts: readonly string[]; readonly note: string | undefined } {
  const drawn = texts.map((text) => drawableText(text, fontCoverage()));
  const missing = [...new Set(drawn.flatMap((text) => text.missing))];
  if (missing.length > 0) {
    onWarning?.(
      `The plot's font, DejaVu Sans, has no ${missing.join(" ")}: ` +
        `"${REPLACEMENT}" stands for them in ${where}. ${fix}`,
    );
  }
  return {
    texts: drawn.map(({ text }) => text),
    note: missing.length > 0 ? `${REPLACEMENT} stands for letters that this font does not have` : undefined,
  };
}
