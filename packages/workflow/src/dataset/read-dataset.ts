import type { ColumnTable } from "arquero";
import { ContractError } from "../definition/errors.js";
import { BadRows, type RowFault } from "./bad-rows.js";
import { type ColumnReader, columnReader } from "./column-reader.js";
import { csvRows } from "./csv-rows.js";
import type { AnyDataset } from "./dataset.js";
import { matchHeader } from "./header.js";
import { readText } from "./read-text.js";
import { shownPath } from "./shown-path.js";

export interface ReadDatasetOptions {
  /** What becomes of a row with a bad cell, or with too few or too many cells: "fail" (the default) or "skip". */
  readonly onBadRow?: "fail" | "skip";
}

export interface DatasetContent {
  /** The dataset's columns in its own order: a Float64Array for numbers, strings for texts. */
  readonly table: ColumnTable;
  /** How many rows the table has. */
  readonly rows: number;
  /** How many rows were left out. */
  readonly skipped: number;
  /** What was wrong with the first of the rows left out, a line each, the number of all of them first. */
  readonly warnings: readonly string[];
}

/**
 * Reads a CSV file (UTF-8, any line ends, with a header) and checks each cell against its column's schema. Numbers are
 * decimal, blanks around them allowed; only an empty cell counts as missing: NaN or "" where the schema is nullable.
 * Blank lines are left out. Line ends within a quoted cell become line feeds.
 * @throws {ContractError} naming line, column, value and expectation of the first bad cells and the number of all, or
 *   what is wrong with the file as a whole
 * @throws {UsageError} where there is no such file
 */
export async function readDataset(
  path: string,
  dataset: AnyDataset,
  options: ReadDatasetOptions = {},
): Promise<DatasetContent> {
  const source = shownPath(path);
  const names = Object.keys(dataset.columns);
  const readers = Object.values(dataset.columns).map(columnReader);
  const badRows = new BadRows(source);
  let header: Header | undefined;
  let rows = 0;
  for await (const batch of csvRows(readText(path), dataset.delimiter, source)) {
    for (const [index, cells] of batch.rows.entries()) {
      if (isBlank(cells)) continue;
      if (header === undefined) {
        header = { places: matchHeader(cells, dataset, source, batch.lineOf(index)), width: cells.length };
        continue;
      }
      const faults = readRow(cells, header, readers, names);
      if (faults === undefined) rows += 1;
      else badRows.add(() => batch.lineOf(index), faults);
    }
  }
  if (header === undefined)
    throw new ContractError(`${source} is empty.\nExpected a CSV file with a header.`);
  const rowsInFile = rows + badRows.count;
  if (rowsInFile === 0)
    throw new ContractError(`${source} has a header but no rows.\nExpected at least one row.`);
  if (badRows.count > 0 && (options.onBadRow !== "skip" || rows === 0)) throw badRows.error(rowsInFile);
  return {
    table: await tableOf(names, readers),
    rows,
    skipped: badRows.count,
    warnings: badRows.warnings(rowsInFile),
  };
}

interface Header {
  /** For each column of the dataset its place in a row. */
  readonly places: readonly number[];
  /** How many cells a row has. */
  readonly width: number;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === "";
}

/** Keeps a row, or says what is wrong with it. */
function readRow(
  cells: readonly string[],
  { places, width }: Header,
  readers: readonly ColumnReader[],
  names: readonly string[],
): RowFault[] | undefined {
  if (cells.length !== width) {
    return [
      { found: `the row has ${counted(cells.length)}`, expected: `${counted(width)} as in the header` },
    ];
  }
  let faults: RowFault[] | undefined;
  for (const [index, reader] of readers.entries()) {
    const bad = reader.read(cells[places[index] ?? 0] ?? "");
    if (bad === undefined) continue;
    faults ??= [];
    faults.push({ column: names[index] ?? "", found: bad.found, expected: bad.expected });
  }
  if (faults === undefined) for (const reader of readers) reader.keep();
  return faults;
}

function counted(cells: number): string {
  return cells === 1 ? "1 cell" : `${cells} cells`;
}

async function tableOf(names: readonly string[], readers: readonly ColumnReader[]): Promise<ColumnTable> {
  // Loaded when first needed: it is the larger part of what a step has to load.
  const { ColumnTable } = await import("arquero");
  const columns = readers.map((reader, index) => [names[index] ?? "", reader.finish()] as const);
  return new ColumnTable(Object.fromEntries(columns), [...names]);
}
