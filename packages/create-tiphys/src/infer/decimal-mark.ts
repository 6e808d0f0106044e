import { type DecimalMark, parseNumbers } from "../csv/parse-numbers.js";
import type { CsvFile } from "../csv/read-csv.js";
import { areMonths } from "./dates.js";

/**
 * The decimal mark of a file's numbers, from its unambiguous columns; without any, a comma if the cells are separated by
 * semicolons. Undefined if unknown, or if columns differ.
 */
export function decimalMarkOf({
  columns,
  delimiter,
}: Pick<CsvFile, "columns" | "delimiter">): DecimalMark | undefined {
  const marks = new Set<DecimalMark>();
  for (const cells of columns) {
    const numbers = parseNumbers(cells);
    if (numbers?.mark !== undefined && !areMonths(numbers.cells)) marks.add(numbers.mark);
  }
  if (marks.size > 1) return undefined;
  const [mark] = marks;
  return mark ?? (delimiter === ";" ? "," : undefined);
}
