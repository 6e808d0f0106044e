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
  /** The columns that have empty cells in these rows, in the dataset's order; none where no schema is nullable. */
  readonly gaps: readonly ColumnGaps[];
  /** What was wrong with the first of the rows left out, a line each, the number of all of them first. */
  readonly warnings: readonly string[];
}

/** Empty cells of one column. */
export interface ColumnGaps {
  readonly column: string;
  /** How many, at least 1. */
  readonly cells: number;
  /** The number in the file, from 1, of the line on which the first row with one begins. */
  readonly firstLine: number;
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
  const badRows = new BadRows(source);
  let layout: Layout | undefined;
  let rows = 0;
  for await (const batch of csvRows(readText(path), dataset.delimiter, source)) {
    for (const [index, cells] of batch.rows.entries()) {
      if (isBlank(cells)) continue;
      if (layout === undefined) {
        layout = layoutOf(dataset, cells, matchHeader(cells, dataset, source, batch.lineOf(index)));
        continue;
      }
      const faults = readRow(cells, layout);
      if (faults === undefined) {
        rows += 1;
        noteGaps(cells, layout, () => batch.lineOf(index));
      } else badRows.add(() => batch.lineOf(index), faults);
    }
  }
  if (layout === undefined)
    throw new ContractError(`${source} is empty.\nExpected a CSV file with a header.`);
  const rowsInFile = rows + badRows.count;
  if (rowsInFile === 0)
    throw new ContractError(`${source} has a header but no rows.\nExpected at least one row.`);
  if (badRows.count > 0 && (options.onBadRow !== "skip" || rows === 0)) throw badRows.error(rowsInFile);
  return {
    table: await tableOf(layout.columns),
    rows,
    skipped: badRows.count,
    gaps: layout.columns.flatMap(({ name, gaps: { cells, firstLine } }) =>
      cells === 0 ? [] : [{ column: name, cells, firstLine }],
    ),
    warnings: badRows.warnings(rowsInFile),
  };
}

/** How the rows of a file are to be read. */
interface Layout {
  /** The dataset's columns, each with its place in a row. */
  readonly columns: readonly {
    readonly name: string;
    readonly place: number;
    readonly reader: ColumnReader;
    /** Whether an empty cell is a value of it. */
    readonly mayBeEmpty: boolean;
    readonly gaps: { cells: number; firstLine: number };
  }[];
  /** How many cells a row has. */
  readonly width: number;
}

function layoutOf(dataset: AnyDataset, header: readonly string[], places: readonly number[]): Layout {
  const columns = dataset.names.flatMap((name, index) => {
    const schema = dataset.columns[name];
    if (schema === undefined) return [];
    const mayBeEmpty = schema.safeParse(null).success;
    const gaps = { cells: 0, firstLine: 0 };
    return [{ name, place: places[index] ?? 0, reader: columnReader(schema), mayBeEmpty, gaps }];
  });
  return { columns, width: header.length };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === "";
}

/** Keeps a row, or says what is wrong with it. */
function readRow(cells: readonly string[], { columns, width }: Layout): RowFault[] | undefined {
  if (cells.length !== width) {
    return [
      { found: `the row has ${counted(cells.length)}`, expected: `${counted(width)} as in the header` },
    ];
  }
  let faults: RowFault[] | undefined;
  for (const { name, place, reader } of columns) {
    const bad = reader.read(cells[place] ?? "");
    if (bad === undefined) continue;
    faults ??= [];
    faults.push({ column: name, found: bad.found, expected: bad.expected });
  }
  if (faults === undefined) for (const { reader } of columns) reader.keep();
  return faults;
}

/** Counts the empty cells of a kept row. */
function noteGaps(cells: readonly string[], { columns }: Layout, lineOfRow: () => number): void {
  for (const { place, mayBeEmpty, gaps } of columns) {
    if (!mayBeEmpty || (cells[place] ?? "").trim() !== "") continue;
    if (gaps.cells === 0) gaps.firstLine = lineOfRow();
    gaps.cells += 1;
  }
}

function counted(cells: number): string {
  return cells === 1 ? "1 cell" : `${cells} cells`;
}

async function tableOf(columns: Layout["columns"]): Promise<ColumnTable> {
  // Loaded when first needed: it is the larger part of what a step has to load.
  const { ColumnTable } = await import("arquero");
  return new ColumnTable(
    Object.fromEntries(columns.map(({ name, reader }) => [name, reader.finish()])),
    columns.map(({ name }) => name),
  );
}
