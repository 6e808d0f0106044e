import { type DecimalMark, parseNumbers } from "../csv/parse-numbers.js";
import type { CsvFile } from "../csv/read-csv.js";
import { areMonths } from "./dates.js";

/**
 * The decimal mark of a file's numbers, from its unambiguous columns; without any, a comma if the cells are separated by
 * semicolons. Undefined if unknown, or if columns differ.
 * @param onColumn is called before each column
 */
export function decimalMarkOf(
  { columns, delimiter }: Pick<CsvFile, "columns" | "delimiter">,
  onColumn: (index: number) => void = () => {},
): DecimalMark | undefined {
  const marks = new Set<DecimalMark>();
  for (const [index, cells] of columns.entries()) {
    onColumn(index);
    const numbers = parseNumbers(cells);
    if (numbers?.mark !== undefined && !areMonths(numbers.cells)) marks.add(numbers.mark);
  }
  if (marks.size > 1) return undefined;
  const [mark] = marks;
  return mark ?? (delimiter === ";" ? "," : undefined);
}
