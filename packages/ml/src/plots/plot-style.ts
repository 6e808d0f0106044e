import { FONT_FAMILY } from "./register-font.js";

/** Colours that people with any colour vision tell apart, by Okabe and Ito, and greys. */
export const COLOR = {
  curve: "#0072B2",
  reference: "#6B6B6B",
  text: "#222222",
  grid: "#E6E6E6",
  frame: "#8A8A8A",
  others: "#BBBBBB",
};

/** For several lines, by Okabe and Ito; those of one picture differ in lightness too. */
export const LINE_COLORS = [
  "#0072B2",
  "#D55E00",
  "#009E73",
  "#CC79A7",
  "#E69F00",
  "#56B4E9",
  "#222222",
  "#8C510A",
];

/** Font of this size in pixels, as Chart.js takes it. */
export function chartFont(size: number): { family: string; size: number } {
  return { family: FONT_FAMILY, size };
}

/** The same as the canvas takes it. */
export function canvasFont(size: number): string {
  return `${size}px "${FONT_FAMILY}"`;
}
