import { parseNumber } from "../../../workflow/src/dataset/parse-number.js";
import type { DecimalMark, Doubtful, Numbers } from "../csv/parse-numbers.js";

/** An ambiguous number, and how it was read. */
export interface Doubt {
  readonly given: string;
  readonly read: number;
  readonly why: Doubtful["why"];
}

/**
 * The first ambiguous number of a column; undefined if there is none.
 * @param cells as given
 * @param numbers what they were read as
 * @param mark the decimal mark of the file's other columns
 */
export function doubtOf(
  cells: readonly string[],
  numbers: Numbers,
  mark: DecimalMark | undefined,
): Doubt | undefined {
  if (numbers.doubtful === undefined) return undefined;
  const { row, why } = numbers.doubtful;
  // Other columns with decimal points leave no doubt.
  if (why === "mark" && mark === ".") return undefined;
  return { given: cells[row] ?? "", read: parseNumber(numbers.cells[row] ?? ""), why };
}
