import { pluralize } from "@tiphys/argo-lint/text";
import { describeMarks } from "../csv/cells.js";
import type { CsvFile } from "../csv/read-csv.js";
import type { Inferred } from "./contract.js";

/**
 * The conversions that a file needs before datasets can be read from it, as sentences; empty if it can be copied unchanged.
 * The reader of datasets accepts commas, semicolons and tabs, numbers with a decimal point, and empty cells for missing.
 */
export function conversionsOf({ file, features, target, division }: Inferred): string[] {
  const sentences: string[] = [];
  if (file.isCompressed) sentences.push("The file is decompressed.");
  if (file.above.length > 0) {
    sentences.push(
      `${pluralize(file.above.length, "line")} above the header ${file.above.length === 1 ? "is" : "are"} left out: ${file.above.slice(0, 3).map(quoted).join(", ")}${file.above.length > 3 ? ", …" : ""}.`,
    );
  }
  if (file.delimiter === "|") sentences.push("Cells are separated by commas instead of pipes.");
  if (file.surplusNames > 0) {
    sentences.push(
      `The header has no empty name at its end; it had ${file.surplusNames} more than the rows have cells.`,
    );
  }
  for (const { from, to } of file.renamed) {
    sentences.push(`A second column "${from}" is called "${to}".`);
  }
  if (target.missing > 0) {
    const marks = target.marks === undefined ? "" : `; read as missing: ${target.marks}`;
    sentences.push(
      `${pluralize(target.missing, "row")} without a value of "${target.name}" ${target.missing === 1 ? "is" : "are"} left out${marks}.`,
    );
  }
  for (const date of features) if (date.kind === "date") sentences.push(...aboutDates(date, file));
  if (division?.kind === "date" && !features.some(({ name }) => name === division.name)) {
    sentences.push(...aboutDates(division, file));
  }
  const kept = [
    ...features.filter(({ kind }) => kind !== "date"),
    ...(division === undefined || division.kind === "date" ? [] : [division]),
    target,
  ].map(({ name, cells }) => ({
    name,
    cells,
    before: cellsOf(file, name),
  }));
  const changed = kept.filter(({ cells, before }) =>
    cells.some((cell, row) => cell !== (before[row] ?? "") && cell !== ""),
  );
  const marked = kept.flatMap(({ name, cells, before }) => {
    if (!cells.some((cell, row) => cell === "" && before[row] !== "")) return [];
    return [`${name}: ${describeMarks(before, cells) ?? "blanks"}`];
  });
  if (marked.length > 0) sentences.push(`Marks of missing values are empty cells in: ${marked.join("; ")}.`);
  if (changed.length > 0) {
    sentences.push(
      `Numbers have a decimal point, no marks of thousands and no unit, and texts no blanks around them, in: ${namesOf(changed)}.`,
    );
  }
  return sentences;
}

/** Dates of the file, converted. */
interface ConvertedDates {
  readonly name: string;
  readonly cells: readonly string[];
  readonly first?: "day" | "month" | undefined;
}

/** How dates were converted, as a sentence; none if they stand in the file as they are needed. */
function aboutDates({ name, cells, first }: ConvertedDates, file: CsvFile): string[] {
  const before = cellsOf(file, name);
  const row = cells.findIndex((cell, i) => cell !== "" && cell !== before[i]);
  if (row < 0)
    return cells.some((cell, i) => cell !== before[i])
      ? [`Dates that are missing are empty cells in: ${name}.`]
      : [];
  const how = first === undefined ? "" : `, the ${first} first`;
  return [`Dates in ${name} are written by ISO 8601: "${before[row]}" is read as ${cells[row]}${how}.`];
}

/** The columns of the converted copy; columns that are left out stay unchanged. */
export function convertedColumns({ file, features, target, division }: Inferred): string[][] {
  const byName = new Map(
    [...(division === undefined ? [] : [division]), ...features, target].map(({ name, cells }) => [
      name,
      cells,
    ]),
  );
  return file.names.map((name) => [...(byName.get(name) ?? cellsOf(file, name))]);
}

function cellsOf(file: CsvFile, name: string): readonly string[] {
  return file.columns[file.names.indexOf(name)] ?? [];
}

function namesOf(columns: readonly { readonly name: string }[]): string {
  return columns.map(({ name }) => name).join(", ");
}

/** Maximum number of characters shown of a line. */
const maxLength = 60;

function quoted(line: string): string {
  return JSON.stringify(line.length > maxLength ? `${line.slice(0, maxLength)}…` : line);
}
