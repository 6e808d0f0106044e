import { createRequire } from "node:module";
import { MlError } from "../errors.js";
import { type FontCoverage, readFontCoverage } from "./font-coverage.js";

/** A name of its own, so that a font of the system with the same name is never used in its stead. */
export const FONT_FAMILY = "Plot Sans";

/**
 * Makes the font that ships with this package known to the canvas. Slim container images have no fonts, and all text
 * would be missing from the picture without an error.
 * @throws {MlError} when the font file cannot be read
 */
export async function registerFont(): Promise<void> {
  await registerFontFile(fontFile(), FONT_FAMILY);
}

let coverage: FontCoverage | undefined;

/** Which characters that font can draw; it is read once. */
export function fontCoverage(): FontCoverage {
  coverage ??= readFontCoverage(fontFile());
  return coverage;
}

function fontFile(): string {
  return createRequire(import.meta.url).resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf");
}

/**
 * Makes a font file known to the canvas by this name, once.
 * @throws {MlError} when the file cannot be read
 */
export async function registerFontFile(path: string, family: string): Promise<void> {
  const { GlobalFonts } = await import("@napi-rs/canvas");
  if (GlobalFonts.has(family)) return;
  if (GlobalFonts.registerFromPath(path, family) === null) {
    throw new MlError(`The font ${path} could not be read, so plots would have no text. Install it again.`);
  }
}
