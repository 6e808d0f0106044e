import type { CsvFile } from "../csv/read-csv.js";
import { areMonths } from "./dates.js";
import { type DecimalMark, parseNumbers } from "./parse-numbers.js";

/**
 * What stands before the decimals of a file's numbers: what columns show that leave no doubt; where none does, a comma
 * if the cells are separated by semicolons. Undefined where that tells nothing, or columns differ.
 */
export function decimalMarkOf({
  columns,
  delimiter,
}: Pick<CsvFile, "columns" | "delimiter">): DecimalMark | undefined {
  const shown = new Set<DecimalMark>();
  for (const cells of columns) {
    const numbers = parseNumbers(cells);
    if (numbers?.mark !== undefined && !areMonths(numbers.cells)) shown.add(numbers.mark);
  }
  if (shown.size > 1) return undefined;
  const [mark] = shown;
  return mark ?? (delimiter === ";" ? "," : undefined);
}
