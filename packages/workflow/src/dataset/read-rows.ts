import type { ColumnTable } from "arquero";
import { ContractError } from "../definition/errors.js";
import { omitUndefined } from "../definition/omit-undefined.js";
import { describeFaults } from "./bad-rows.js";
import { csvRows } from "./csv-rows.js";
import type { AnyDataset } from "./dataset.js";
import { displayPath } from "./display-path.js";
import { fileError } from "./file-error.js";
import { ignoredColumns } from "./header.js";
import { lineCounter } from "./line-counter.js";
import { inspectFile, readBytes } from "./read-bytes.js";
import { tableOf } from "./read-dataset.js";
import { readProgress } from "./read-progress.js";
import { readText } from "./read-text.js";
import { type NeededCells, RowReader } from "./row-reader.js";

export interface ReadRowsOptions {
  /** "fail": throws if there is a bad row. "skip": such rows have a problem and are not in the table. Default: "fail". */
  readonly onBadRow?: "fail" | "skip";
  /** Columns whose cells must not be empty, although the dataset allows it. */
  readonly needed?: NeededCells | undefined;
  /** The most rows of a batch, about. Default: 16,384. */
  readonly batchRows?: number;
  /** Is called while a large file is read, up to four times a second, with the bytes read and the bytes of the file. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A row of the file. */
export interface FileRow {
  /** Its cells of the ignored columns, as texts. */
  readonly ignored: readonly string[];
  /** Why it is not in the table, with its line: `line 3, column "Age": the cell is empty, expected …`. */
  readonly problem?: string;
}

/** Consecutive rows of a file. */
export interface RowBatch {
  /** The names of the dataset's ignored columns that the file has, in the file's order. */
  readonly ignored: readonly string[];
  /** All rows, in the file's order. */
  readonly rows: readonly FileRow[];
  /** The valid rows: the columns as from `readDataset`. */
  readonly table: ColumnTable;
  /** The first problems of all rows up to here, one line each; empty if there are none. */
  readonly warnings: readonly string[];
}

/**
 * Reads a CSV file, which may be compressed by gzip, batch by batch, so that a file of any length needs little memory. Each cell
 * is checked as by `readDataset`. A file without rows has one batch without rows.
 * @throws {ContractError} as `readDataset` does, except for a file without rows
 * @throws {UsageError} if the file does not exist or cannot be opened
 */
export async function* readRows(
  path: string,
  dataset: AnyDataset,
  options: ReadRowsOptions = {},
): AsyncGenerator<RowBatch> {
  const { onBadRow = "fail", batchRows = 16_384 } = options;
  const source = displayPath(path);
  const { bytes } = await inspectFile(path).catch((error: unknown) => {
    throw fileError(path, error) ?? error;
  });
  const onRead = readProgress(options.onProgress, bytes);
  const reader = new RowReader(dataset, source, "line", options.needed);
  let ignored: ReturnType<typeof ignoredColumns> | undefined;
  let rows: FileRow[] = [];
  let all = 0;
  const batch = async (): Promise<RowBatch> => {
    const table = await tableOf(reader.take());
    const warnings = reader.badRows.warnings(all, "not read");
    const full = { ignored: (ignored ?? []).map(({ name }) => name), rows, table, warnings };
    rows = [];
    return full;
  };
  const text = readText(path, () => readBytes(path, omitUndefined({ onRead })));
  for await (const chunk of csvRows(text, dataset.delimiter, source)) {
    const lineOf = lineCounter(chunk);
    for (const [index, cells] of chunk.rows.entries()) {
      const kept = reader.rows;
      const faults = reader.read(cells, () => lineOf(index));
      if (faults === undefined && reader.rows === kept) {
        if (reader.layout !== undefined) ignored ??= ignoredColumns(cells, dataset);
        continue;
      }
      all += 1;
      rows.push({
        ignored: ignored?.map(({ position }) => cells[position] ?? "") ?? [],
        ...omitUndefined({ problem: faults && describeFaults(lineOf(index), faults) }),
      });
    }
    // After a bad row only the rest of the problems is of interest.
    if (onBadRow === "fail" && reader.badRows.count > 0) {
      rows = [];
      reader.take();
    } else if (rows.length >= batchRows) yield await batch();
  }
  if (ignored === undefined)
    throw new ContractError(`${source} is empty.\nExpected a CSV file with a header.`);
  if (onBadRow === "fail" && reader.badRows.count > 0)
    throw reader.badRows.error(all, "to keep such rows with their problem");
  if (rows.length > 0 || all === 0) yield await batch();
}
