import { readFileSync } from "node:fs";
import { MlError } from "../errors.js";

/** Whether the font has a glyph for a code point. */
export type FontCoverage = (codePoint: number) => boolean;

/** First and last code point of a range that the font covers. */
type Range = readonly [first: number, last: number];

/**
 * Reads which characters a TrueType font covers, from the subtable of format 12 of its table "cmap".
 * @throws {MlError} when the file has no such subtable
 * @see OpenType specification, cmap: segmented coverage
 */
export function readFontCoverage(path: string): FontCoverage {
  const file = readFileSync(path);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const cmap = tableOffset(view, "cmap");
  const subtable = cmap === undefined ? undefined : segmentedSubtable(view, cmap);
  if (subtable === undefined) {
    throw new MlError(`The font ${path} has no cmap table of format 12, so what it can draw is not known.`);
  }
  const ranges = Array.from({ length: view.getUint32(subtable + 12) }, (_, i): Range => {
    const group = subtable + 16 + 12 * i;
    return [view.getUint32(group), view.getUint32(group + 4)];
  });
  return (codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
}

function tableOffset(view: DataView, tag: string): number | undefined {
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + 16 * i;
    const found = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    if (found === tag) return view.getUint32(record + 8);
  }
  return undefined;
}

function segmentedSubtable(view: DataView, cmap: number): number | undefined {
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const subtable = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    if (view.getUint16(subtable) === 12) return subtable;
  }
  return undefined;
}
