import type { ColumnTable } from "arquero";
import type { NumberArray } from "../codecs/column-values.js";
import { loadColumnTable } from "../codecs/load-column-table.js";
import { ContractError } from "../definition/errors.js";
import type { AnyDataset } from "./dataset.js";
import { DateColumn, datePartName, datePartValues } from "./date-column.js";
import { displayPath } from "./display-path.js";
import { fileError } from "./file-error.js";
import { inspectFile } from "./read-bytes.js";
import { readCsvRows } from "./read-csv-rows.js";
import { readProgress } from "./read-progress.js";
import { type RowColumn, type RowLayout, RowReader } from "./row-reader.js";

export interface ReadDatasetOptions {
  /** How to handle a row with a bad cell, or with too few or too many cells. Default: "fail". */
  readonly onBadRow?: "fail" | "skip";
  /** Is called while a large file is read, up to four times a second, with the bytes read and the bytes of the file. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface DatasetContent {
  /**
   * The dataset's columns in the dataset's order: an array for strings; for numbers a Float64Array, or, if the schema has only
   * whole numbers between bounds (`z.int().min(0).max(120)`, `z.literal([0, 1])`) and no empty cells, the narrowest of
   * Uint8Array, Int8Array, Uint16Array, Int16Array, Uint32Array and Int32Array that has room for them. A column of dates is
   * one of numbers for each of its parts; the one that is the dataset's `time` is also a column of its own, of days since
   * 1970-01-01.
   */
  readonly table: ColumnTable;
  /** How many rows the table has. */
  readonly rows: number;
  /** How many rows were left out. */
  readonly skipped: number;
  /** The columns with empty cells in these rows, in the dataset's order. Only nullable columns can have empty cells. */
  readonly gaps: readonly ColumnGaps[];
  /** What the numbers of rows count: lines of a CSV file, or rows of a Parquet file, both from 1. */
  readonly unit: "line" | "row";
  /** The number of rows left out, then the problems of the first of them, one line each. */
  readonly warnings: readonly string[];
}

/** Empty cells of one column. */
export interface ColumnGaps {
  readonly column: string;
  /** Number of empty cells, at least 1. */
  readonly cells: number;
  /** Number (from 1) of the line, or of the row of a Parquet file, of the first empty cell. */
  readonly firstLine: number;
}

/**
 * Reads a CSV file, which may be compressed by gzip, or a Parquet file, and checks each cell with its column's schema. The
 * file's content tells which of them it is.
 *
 * CSV: UTF-8, any line ends, with a header. Numbers are decimal; whitespace around them is allowed. Only an empty cell is a
 * missing value: NaN or "" if the schema is nullable. Blank lines are ignored. Line ends inside a quoted cell become line
 * feeds.
 *
 * Parquet: a column's cells must be numbers (integers, floating point, decimals) or texts, as its schema; those of a column
 * of dates may also be dates or timestamps. Null and NaN are
 * empty cells.
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
  const { kind, bytes } = await inspectFile(path).catch((error: unknown) => {
    throw fileError(path, error) ?? error;
  });
  const rows = new RowReader(dataset, source, kind === "parquet" ? "row" : "line");
  const onRead = readProgress(options.onProgress, bytes);
  if (kind === "parquet") {
    const { readParquet } = await import("./parquet/read-parquet.js");
    await readParquet({ path, source }, rows, onRead);
  } else {
    const { delimiter } = dataset;
    await readCsvRows({ path, source, delimiter, bytes, isCompressed: kind === "gzip" }, rows, { onRead });
  }
  return contentOf(rows, source, options);
}

async function contentOf(
  { layout, rows, badRows, unit }: RowReader,
  source: string,
  { onBadRow }: ReadDatasetOptions,
): Promise<DatasetContent> {
  if (layout === undefined)
    throw new ContractError(`${source} is empty.\nExpected a CSV file with a header.`);
  const rowsInFile = rows + badRows.count;
  if (rowsInFile === 0)
    throw new ContractError(
      `${source} has ${unit === "row" ? "" : "a header but "}no rows.\nExpected at least one row.`,
    );
  if (badRows.count > 0 && (onBadRow !== "skip" || rows === 0)) throw badRows.error(rowsInFile);
  return {
    table: await tableOf(layout.columns),
    rows,
    skipped: badRows.count,
    unit,
    gaps: layout.columns.flatMap(({ name, gaps: { cells, firstLine } }) =>
      cells === 0 ? [] : [{ column: name, cells, firstLine }],
    ),
    warnings: badRows.warnings(rowsInFile),
  };
}

/** The table of the columns that were read. */
export async function tableOf(columns: RowLayout["columns"]): Promise<ColumnTable> {
  const ColumnTable = await loadColumnTable();
  const made = columns.flatMap(tableColumns);
  return new ColumnTable(
    Object.fromEntries(made),
    made.map(([name]) => name),
  );
}

/** The table's columns of a column of the file, by their names. */
function tableColumns({ name, definition, reader, isTime }: RowColumn): [string, NumberArray | string[]][] {
  if (!(definition instanceof DateColumn) || reader.kind !== "number") return [[name, reader.finish()]];
  const { parts, mayBeEmpty } = definition;
  const days = reader.values.finish();
  return [
    ...(isTime ? [[name, days] satisfies [string, NumberArray]] : []),
    ...parts.map((part): [string, NumberArray] => [
      datePartName(name, part),
      datePartValues(part, days, mayBeEmpty),
    ]),
  ];
}
