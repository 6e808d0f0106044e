import type { Paint } from "../../terminal.js";

/** How a workflow is shown. */
export interface Style {
  /** What running times and ages are counted to, in milliseconds. */
  readonly now: number;
  /** Whether marks and branches may be more than ASCII. */
  readonly utf8: boolean;
  readonly paint: Paint;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a terminal is told colours with
const colors = /\u001b\[[\d;]*m/g;

/** How many characters of a text are seen: colours are not. */
export function visibleWidth(text: string): number {
  return [...text.replace(colors, "")].length;
}
