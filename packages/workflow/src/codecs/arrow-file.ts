import { closeSync, openSync, writeSync } from "node:fs";
import {
  type Column as ArrowColumn,
  columnFromArray,
  type DataType,
  float64,
  int8,
  int16,
  int32,
  tableFromColumns,
  tableToIPC,
  uint8,
  uint16,
  uint32,
} from "@uwdata/flechette";
import { readArrowLayout } from "./arrow-layout.js";
import { ArrowSource } from "./arrow-source.js";
import { type ColumnValues, isNumberArray, type NumberArray } from "./column-values.js";
import { readNumberColumns } from "./read-number-columns.js";
import { readOtherColumns } from "./read-other-columns.js";

/** In bytes. A single write of 2 GiB or more fails on Node 20. */
const maxChunkBytes = 1 << 30;

/** A table of more rows is written in several record batches, which other programs can read one by one. */
const rowsPerBatch = 1 << 20;

const arrowTypes = [
  [Float64Array, float64()],
  [Uint8Array, uint8()],
  [Int8Array, int8()],
  [Uint16Array, uint16()],
  [Int16Array, int16()],
  [Uint32Array, uint32()],
  [Int32Array, int32()],
] as const;

/**
 * Writes columns as an Arrow IPC file, directly from the arrays' memory: numbers of the arrays' type, strings
 * dictionary-encoded. Python reads it with `pyarrow.feather.read_table` or `polars.read_ipc`.
 * @param maxBatchRows rows of a record batch. Default: 1,048,576
 */
export function writeArrowFile(
  path: string,
  columns: readonly (readonly [name: string, values: ColumnValues])[],
  maxBatchRows = rowsPerBatch,
): void {
  const table = tableFromColumns(columns.map(([name, values]) => [name, toArrow(values, maxBatchRows)]));
  const file = openSync(path, "wx");
  try {
    const write = (bytes: Uint8Array): void => writeFully(file, bytes);
    tableToIPC(table, {
      format: "file",
      sink: { write, pad: (count) => write(new Uint8Array(count)), finish: () => null },
    });
  } finally {
    closeSync(file);
  }
}

/**
 * Reads an Arrow IPC file. Columns of numbers are read into one array each, whatever the number of record batches: 64-bit
 * floating point, and integers of 8 to 32 bits, as they are. Other types of numbers are converted to float64, nulls to NaN.
 * @throws {ContractError} if the file is not an Arrow file, or a column contains neither numbers nor strings
 */
export function readArrowFile(path: string): [name: string, values: ColumnValues][] {
  const file = openSync(path, "r");
  try {
    const source = new ArrowSource(file);
    const layout = readArrowLayout(source);
    const numbers = readNumberColumns(source, layout);
    const others = numbers.includes(undefined) ? readOtherColumns(source, layout, numbers) : [];
    return layout.columns.map(({ name }, i) => [name, numbers[i] ?? others[i] ?? []]);
  } finally {
    closeSync(file);
  }
}

function toArrow(values: ColumnValues, maxBatchRows: number): ArrowColumn<unknown> {
  const options = { maxBatchRows };
  if (!isNumberArray(values)) return columnFromArray([...values], undefined, options);
  // Without a type flechette uses the array itself; with a type it copies value by value. An empty array needs a type.
  return columnFromArray(values, values.length === 0 ? arrowType(values) : undefined, options);
}

function arrowType(values: NumberArray): DataType {
  return arrowTypes.find(([array]) => values instanceof array)?.[1] ?? float64();
}

function writeFully(file: number, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; ) {
    from += writeSync(file, bytes, from, Math.min(maxChunkBytes, bytes.length - from));
  }
}
