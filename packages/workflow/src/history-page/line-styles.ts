/** At most so many runs are drawn in one chart: more cannot be told apart. */
export const maxComparedRuns = 8;

/** Dashes of the lines, in units of the drawing; they tell the lines apart without their colours. */
const dashes = ["", "8 5", "2 4", "12 4 2 4", "18 5", "5 2 5 8", "2 2 8 2", "14 3 2 3 2 3"];

/** How a run is drawn and called in a comparison. */
export interface LineStyle {
  /** "A", "B", … */
  readonly letter: string;
  /** The class with its colour. */
  readonly className: string;
  readonly dash: string;
}

/** @param index from 0 to maxComparedRuns − 1 */
export function lineStyle(index: number): LineStyle {
  return {
    letter: String.fromCharCode(65 + index),
    className: `line-${index}`,
    dash: dashes[index] ?? "",
  };
}
