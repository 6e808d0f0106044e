import { type FileMetaData, parquetMetadataAsync, parquetRead, parquetSchema } from "hyparquet";
import { ContractError } from "../../definition/errors.js";
import { errorCode } from "../../files/error-code.js";
import type { RowFault } from "../bad-rows.js";
import { addGap, type RowLayout, type RowReader } from "../row-reader.js";
import { checkCompression, checkTypes } from "./check-types.js";
import { type ColumnCells, columnCells } from "./column-cells.js";
import { decompressors } from "./decompressors.js";
import { type FileBuffer, openFileBuffer } from "./file-buffer.js";

/**
 * Reads the rows of a Parquet file, one of its groups of rows after the other.
 * @param source names the file in messages
 * @param onRead is called with the number of bytes that have been read
 * @throws {ContractError} if its columns or their types are not those of the dataset, or the file is damaged
 */
export async function readParquet(
  { path, source }: { readonly path: string; readonly source: string },
  rows: RowReader,
  onRead: (bytes: number) => void = () => {},
): Promise<void> {
  const file = openFileBuffer(path, onRead);
  try {
    const metadata = await parquetMetadataAsync(file);
    const schema = parquetSchema(metadata);
    const names = schema.children.map(({ element }) => element.name);
    const layout = rows.begin(names, source);
    checkTypes(layout, schema, source);
    checkCompression(metadata, source);
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      await readGroup({ file, metadata, rowStart, rowEnd }, layout, rows);
      rowStart = rowEnd;
    }
  } catch (error) {
    if (!(error instanceof Error) || error instanceof ContractError || isSystemError(error)) throw error;
    throw new ContractError(
      `${source} cannot be read as a Parquet file: ${error.message}. Expected a whole file: write or download it again.`,
    );
  } finally {
    file.close();
  }
}

interface RowGroup {
  readonly file: FileBuffer;
  readonly metadata: FileMetaData;
  /** The first row, from 0, and the one after the last. */
  readonly rowStart: number;
  readonly rowEnd: number;
}

async function readGroup(group: RowGroup, layout: RowLayout, rows: RowReader): Promise<void> {
  const { rowStart, rowEnd } = group;
  const columns: ColumnCells[] = [];
  for (const { name, reader } of layout.columns) {
    const cells = columnCells(reader, rowEnd - rowStart);
    await readColumn(group, name, cells);
    columns.push(cells);
  }
  const faults = faultsByRow(layout, columns);
  for (const row of [...faults.keys()].sort((a, b) => a - b))
    rows.badRows.add(() => rowStart + row + 1, faults.get(row) ?? []);
  for (const [j, { gaps }] of layout.columns.entries()) {
    for (const row of columns[j]?.empty ?? []) if (!faults.has(row)) addGap(gaps, () => rowStart + row + 1);
  }
  const leftOut = new Set(faults.keys());
  for (const cells of columns) cells.move(leftOut);
  rows.rows += rowEnd - rowStart - leftOut.size;
}

async function readColumn(
  { file, metadata, rowStart, rowEnd }: RowGroup,
  name: string,
  cells: ColumnCells,
): Promise<void> {
  let read = 0;
  await parquetRead({
    file,
    metadata,
    columns: [name],
    rowStart,
    rowEnd,
    compressors: decompressors,
    onChunk({ columnData }) {
      read += columnData.length;
      cells.add(columnData);
    },
  });
  if (read !== rowEnd - rowStart)
    throw new Error(`column "${name}" has ${read} cells in a group of ${rowEnd - rowStart} rows`);
}

function faultsByRow({ columns }: RowLayout, cells: readonly ColumnCells[]): Map<number, RowFault[]> {
  const faults = new Map<number, RowFault[]>();
  for (const [j, { name }] of columns.entries()) {
    for (const [row, { found, expected }] of cells[j]?.bad ?? []) {
      const ofRow = faults.get(row) ?? [];
      ofRow.push({ column: name, found, expected });
      faults.set(row, ofRow);
    }
  }
  return faults;
}

function isSystemError(error: Error): boolean {
  const code = String(errorCode(error));
  return /^E[A-Z]+$/.test(code);
}
