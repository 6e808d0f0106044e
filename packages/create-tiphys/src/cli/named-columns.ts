import { UsageError } from "@tiphys/workflow";
import type { CsvFile } from "../csv/read-csv.js";
import { unknownColumn } from "../csv/unknown-column.js";

/**
 * The column that an option names, if it is set.
 * @param option as the user has written it, for messages: `--group`
 * @throws {UsageError} if it is not a column of the file
 */
export function namedColumn(
  file: Pick<CsvFile, "path" | "names">,
  option: string,
  name: string | undefined,
): string | undefined {
  if (name === undefined || (name !== "" && file.names.includes(name))) return name;
  throw new UsageError(`${option}: ${unknownColumn(file, name)}`);
}

/**
 * The columns that an option names: each value is a column, or a list of columns separated by commas.
 * @param option as the user has written it, for messages: `--ignore`
 * @throws {UsageError} if one of them is not a column of the file
 */
export function namedColumns(
  file: Pick<CsvFile, "path" | "names">,
  option: string,
  given: readonly string[] = [],
): string[] {
  const isColumn = (name: string): boolean => name !== "" && file.names.includes(name);
  // A column's own name may contain commas.
  const named = given.flatMap((value) =>
    isColumn(value) ? [value] : value.split(",").map((name) => name.trim()),
  );
  for (const name of named) {
    if (!isColumn(name)) throw new UsageError(`${option}: ${unknownColumn(file, name)}`);
  }
  return [...new Set(named)];
}
