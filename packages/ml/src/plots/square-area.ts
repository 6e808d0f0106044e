import { InvalidParameterError } from "../errors.js";

/** The square in which data is drawn, in pixels from the top left corner of the picture. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** Margins around the data in pixels: for the title, the axes with their titles, and the right edge. */
export const MARGIN = { top: 52, right: 24, bottom: 62, left: 78 };

/**
 * The largest square that leaves room for title and axes, centred horizontally together with them.
 * @param width of the picture, in pixels
 * @param height of the picture, in pixels
 * @throws {InvalidParameterError} when the picture is too small, or a size is not a whole number
 */
export function squareArea(width: number, height: number): Area {
  const side = Math.min(width - MARGIN.left - MARGIN.right, height - MARGIN.top - MARGIN.bottom);
  if (!(Number.isInteger(width) && Number.isInteger(height) && side >= 200)) {
    throw new InvalidParameterError(
      "width × height",
      `${width} × ${height}`,
      "whole numbers from 302 × 314 pixels",
    );
  }
  const spare = width - MARGIN.left - MARGIN.right - side;
  return { left: MARGIN.left + Math.floor(spare / 2), top: MARGIN.top, side };
}
