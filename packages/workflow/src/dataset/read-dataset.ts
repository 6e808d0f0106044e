import { pluralize } from "@tiphys/argo-lint/text";
import type { ColumnTable } from "arquero";
import { loadColumnTable } from "../codecs/load-column-table.js";
import { ContractError } from "../definition/errors.js";
import { BadRows, type RowFault } from "./bad-rows.js";
import { type ColumnReader, columnReader } from "./column-reader.js";
import { csvRows } from "./csv-rows.js";
import type { AnyDataset } from "./dataset.js";
import { displayPath } from "./display-path.js";
import { matchHeader } from "./header.js";
import { readText } from "./read-text.js";

export interface ReadDatasetOptions {
  /** How to handle a row with a bad cell, or with too few or too many cells. Default: "fail". */
  readonly onBadRow?: "fail" | "skip";
}

export interface DatasetContent {
  /** The dataset's columns in the dataset's order: a Float64Array for numbers, an array for strings. */
  readonly table: ColumnTable;
  /** How many rows the table has. */
  readonly rows: number;
  /** How many rows were left out. */
  readonly skipped: number;
  /** The columns with empty cells in these rows, in the dataset's order. Only nullable columns can have empty cells. */
  readonly gaps: readonly ColumnGaps[];
  /** The number of rows left out, then the problems of the first of them, one line each. */
  readonly warnings: readonly string[];
}

/** Empty cells of one column. */
export interface ColumnGaps {
  readonly column: string;
  /** Number of empty cells, at least 1. */
  readonly cells: number;
  /** Line number (from 1) of the first row with an empty cell. */
  readonly firstLine: number;
}

/**
 * Reads a CSV file (UTF-8, any line ends, with a header) and checks each cell with its column's schema. Numbers are decimal;
 * whitespace around them is allowed. Only an empty cell is a missing value: NaN or "" if the schema is nullable. Blank lines
 * are ignored. Line ends inside a quoted cell become line feeds.
 * @throws {ContractError} naming line, column, found value and expected value of the first bad cells and the number of all
 *   bad cells, or the problem of the file as a whole
 * @throws {UsageError} if the file does not exist or cannot be opened
 */
export async function readDataset(
  path: string,
  dataset: AnyDataset,
  options: ReadDatasetOptions = {},
): Promise<DatasetContent> {
  const source = displayPath(path);
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

/** How to read the rows of a file. */
interface Layout {
  /** The dataset's columns, each with its index in a row. */
  readonly columns: readonly {
    readonly name: string;
    readonly position: number;
    readonly reader: ColumnReader;
    /** Whether the schema allows empty cells. */
    readonly mayBeEmpty: boolean;
    readonly gaps: { cells: number; firstLine: number };
  }[];
  /** How many cells a row has. */
  readonly width: number;
}

function layoutOf(dataset: AnyDataset, header: readonly string[], positions: readonly number[]): Layout {
  const columns = dataset.names.flatMap((name, index) => {
    const schema = dataset.columns[name];
    if (schema === undefined) return [];
    const mayBeEmpty = schema.safeParse(null).success;
    const gaps = { cells: 0, firstLine: 0 };
    return [{ name, position: positions[index] ?? 0, reader: columnReader(schema), mayBeEmpty, gaps }];
  });
  return { columns, width: header.length };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === "";
}

/** Keeps a row, or returns its problems. */
function readRow(cells: readonly string[], { columns, width }: Layout): RowFault[] | undefined {
  if (cells.length !== width) {
    return [
      {
        found: `the row has ${pluralize(cells.length, "cell")}`,
        expected: `${pluralize(width, "cell")} as in the header`,
      },
    ];
  }
  let faults: RowFault[] | undefined;
  for (const { name, position, reader } of columns) {
    const bad = reader.read(cells[position] ?? "");
    if (bad === undefined) continue;
    faults ??= [];
    faults.push({ column: name, found: bad.found, expected: bad.expected });
  }
  if (faults === undefined) for (const { reader } of columns) reader.keep();
  return faults;
}

/** Counts the empty cells of a kept row. */
function noteGaps(cells: readonly string[], { columns }: Layout, lineOfRow: () => number): void {
  for (const { position, mayBeEmpty, gaps } of columns) {
    if (!mayBeEmpty || (cells[position] ?? "").trim() !== "") continue;
    if (gaps.cells === 0) gaps.firstLine = lineOfRow();
    gaps.cells += 1;
  }
}

async function tableOf(columns: Layout["columns"]): Promise<ColumnTable> {
  const ColumnTable = await loadColumnTable();
  return new ColumnTable(
    Object.fromEntries(columns.map(({ name, reader }) => [name, reader.finish()])),
    columns.map(({ name }) => name),
  );
}
