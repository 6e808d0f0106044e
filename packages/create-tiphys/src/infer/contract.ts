import { UsageError } from "@tiphys/workflow";
import { datePartName } from "../../../workflow/src/dataset/date-column.js";
import type { CsvFile } from "../csv/read-csv.js";
import { listOfColumns, unknownColumn } from "../csv/unknown-column.js";
import { type ColumnChoices, checkChoices } from "./column-choices.js";
import { inferDates } from "./date-feature.js";
import { decimalMarkOf } from "./decimal-mark.js";
import { type DividingColumn, inferGroup, inferTime } from "./dividing-column.js";
import { type Feature, inferFeature, type LeftOut } from "./feature.js";
import { type InferredTarget, inferTarget } from "./target.js";

/** The features and the target of a CSV file. */
export interface Inferred {
  /** The file without the rows in which the target has no value. */
  readonly file: CsvFile;
  readonly features: readonly Feature[];
  readonly leftOut: readonly LeftOut[];
  readonly target: InferredTarget;
  /** Undefined if rows are drawn one by one. */
  readonly division?: DividingColumn | undefined;
}

/**
 * Infers the contract of a file: each column's kind and range, and the target's classes.
 * @param onColumn is called before each column, with its name
 * @throws {UsageError} if the target is not a column or does not have two classes, a choice is not possible, or no column is
 *   left to learn from
 */
export function inferContract(
  file: CsvFile,
  targetName: string,
  choices: ColumnChoices = {},
  onColumn: (name: string) => void = () => {},
): Inferred {
  const index = file.names.indexOf(targetName);
  if (index < 0 || targetName === "") {
    throw new UsageError(
      targetName === ""
        ? `No column of ${file.path} has two values, as a target must. ${listOfColumns(file.names)}`
        : unknownColumn(file, targetName),
    );
  }
  checkChoices(choices, targetName);
  const { ignore = [], dates = [], group, time } = choices;
  const mark = decimalMarkOf(file, (index) => onColumn(file.names[index] ?? ""));
  const { rows, ...target } = inferTarget(targetName, file.columns[index] ?? [], mark);
  // A row without a class, such as one of totals, says nothing about the others.
  const columns =
    rows.length === file.rows
      ? file.columns
      : file.columns.map((cells) => rows.map((row) => cells[row] ?? ""));
  const found = file.names.flatMap((name, j) => {
    if (j === index) return [];
    if (ignore.includes(name)) return [{ name, kind: "left out", because: "you asked so" } as const];
    if (name === group || (name === time && !dates.includes(name))) return [];
    if (dates.includes(name)) return [inferDates(name, columns[j] ?? [])];
    onColumn(name);
    return [inferFeature(name, columns[j] ?? [], mark)];
  });
  const cellsOf = (name: string): readonly string[] => columns[file.names.indexOf(name)] ?? [];
  const division =
    group !== undefined
      ? inferGroup(group, cellsOf(group))
      : time === undefined
        ? undefined
        : inferTime(time, cellsOf(time), mark);
  const made = madeOfDates(found, file.names);
  const features: Feature[] = [];
  const leftOut: LeftOut[] = [];
  for (const column of found) {
    if (column.kind === "left out") leftOut.push(column);
    else if (isCopyOf(target, column)) {
      leftOut.push({
        name: column.name,
        kind: "left out",
        because: "it says in each row what the target says",
      });
    } else if (column.kind === "category" && collides(column, [...file.names, ...made])) {
      leftOut.push({
        name: column.name,
        kind: "left out",
        because: "a category's column would be called as another one is. Rename it first",
      });
    } else features.push(column);
  }
  if (features.length === 0) {
    const reasons = leftOut.map(({ name, because }) => `${name}: ${because}.`).join("\n");
    throw new UsageError(`No column of ${file.path} is left to learn from.\n${reasons}`);
  }
  return { file: { ...file, columns, rows: rows.length }, features, leftOut, target, division };
}

/**
 * The names of the columns that are made of dates.
 * @throws {UsageError} if one of them is the name of another column
 */
function madeOfDates(found: readonly (Feature | LeftOut)[], names: readonly string[]): string[] {
  const made = found.flatMap((column) =>
    column.kind === "date" ? column.parts.map((part) => datePartName(column.name, part)) : [],
  );
  const taken = made.find((name) => names.includes(name));
  if (taken === undefined) return made;
  throw new UsageError(
    `--dates: "${taken}" would be made of the dates, but is another column. Rename it first.`,
  );
}

/** Whether a column has two values, one for each class of the target. */
function isCopyOf(target: InferredTarget, { cells, missing }: Feature): boolean {
  if (missing > 0 || new Set(cells).size !== 2) return false;
  return new Set(cells.map((cell, row) => JSON.stringify([cell, target.cells[row]]))).size === 2;
}

/** Whether the encoded column of a category would have the name of another column, encoded or not. */
function collides(column: Feature & { kind: "category" }, names: readonly string[]): boolean {
  const made = column.categories.map((category) => `${column.name}_${category}`);
  return made.some((name) =>
    names.some(
      (other) =>
        other === name ||
        (other !== column.name && name.startsWith(`${other}_`) && other.startsWith(`${column.name}_`)),
    ),
  );
}
