import type { Paint } from "../../terminal.js";

/** How a workflow is shown. */
export interface Style {
  /** The time to which durations and ages are counted, in milliseconds. */
  readonly now: number;
  /** Whether symbols and branches may use characters beyond ASCII. */
  readonly utf8: boolean;
  readonly paint: Paint;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals take colours as control sequences
const colors = /\u001b\[[\d;]*m/g;

/** The number of visible characters of a text, without colour codes. */
export function visibleWidth(text: string): number {
  return [...text.replace(colors, "")].length;
}
