import { createRequire } from "node:module";
import { MlError } from "../errors.js";
import { type FontCoverage, readFontCoverage } from "./font-coverage.js";

/** A unique name, so that no system font of the same name is used instead. */
export const FONT_FAMILY = "Plot Sans";

/**
 * Registers the font of this package with the canvas. Slim container images have no fonts: all text would be missing from
 * the picture, without an error.
 * @throws {MlError} when the font file cannot be read
 */
export async function registerFont(): Promise<void> {
  await registerFontFile(fontFile(), FONT_FAMILY);
}

let coverage: FontCoverage | undefined;

/** The characters that the package's font covers; the file is read once. */
export function fontCoverage(): FontCoverage {
  coverage ??= readFontCoverage(fontFile());
  return coverage;
}

function fontFile(): string {
  return createRequire(import.meta.url).resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf");
}

/**
 * Registers a font file with the canvas under this name, once.
 * @throws {MlError} when the file cannot be read
 */
export async function registerFontFile(path: string, family: string): Promise<void> {
  const { GlobalFonts } = await import("@napi-rs/canvas");
  if (GlobalFonts.has(family)) return;
  if (GlobalFonts.registerFromPath(path, family) === null) {
    throw new MlError(`The font ${path} could not be read, so plots would have no text. Install it again.`);
  }
}
