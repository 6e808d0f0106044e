import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import {
  type Column as ArrowColumn,
  columnFromArray,
  type DataType,
  float64,
  int8,
  int16,
  int32,
  Type,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  uint8,
  uint16,
  uint32,
} from "@uwdata/flechette";
import { ContractError } from "../definition/errors.js";
import { checkArrowFile } from "./check-arrow-file.js";
import { type ColumnValues, isNumberArray, type NumberArray } from "./column-values.js";

// In bytes. A single read or write of 2 GiB or more fails on Node 20.
const maxChunkBytes = 1 << 30;
const magic = "ARROW1";

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
 * dictionary-encoded.
 * Python reads it with `pyarrow.feather.read_table` or `polars.read_ipc`.
 */
export function writeArrowFile(
  path: string,
  columns: readonly (readonly [name: string, values: ColumnValues])[],
): void {
  const table = tableFromColumns(columns.map(([name, values]) => [name, toArrow(values)]));
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
 * Reads an Arrow IPC file. A number column of one record batch is a view of the file's bytes; several batches are joined.
 * Integers of 8 to 32 bits without nulls stay integers. Other number types are converted to float64, nulls to NaN.
 * @throws {ContractError} if the file is not an Arrow file, or a column contains neither numbers nor strings
 */
export function readArrowFile(path: string): [name: string, values: ColumnValues][] {
  const bytes = readFully(path);
  if (!startsAndEndsAsArrow(bytes)) throw new ContractError("found bytes that are not an Arrow IPC file.");
  checkArrowFile(bytes);
  try {
    const table = tableFromIPC(bytes);
    return table.names.map((name, i) => [name, fromArrow(name, table.getChildAt(i), bytes.length)]);
  } catch (error) {
    if (error instanceof ContractError) throw error;
    throw new ContractError(
      `found an Arrow file that cannot be read (${error instanceof Error ? error.message : error}).`,
    );
  }
}

function toArrow(values: ColumnValues): ArrowColumn<unknown> {
  if (!isNumberArray(values)) return columnFromArray([...values]);
  // Without a type flechette uses the array itself; with a type it copies value by value. An empty array needs a type.
  return values.length === 0 ? columnFromArray(values, arrowType(values)) : columnFromArray(values);
}

function fromArrow(name: string, column: ArrowColumn<unknown>, fileBytes: number): ColumnValues {
  const { length, nullCount, type } = column;
  // A value takes at least one bit. Checked before an array of that length is allocated.
  if (length > fileBytes * 8)
    throw new ContractError(`found a damaged Arrow file (${length} rows in ${fileBytes} bytes).`);
  if (type.typeId === Type.Null) return new Float64Array(length).fill(Number.NaN);
  const array: unknown = nullCount === 0 ? column.toArray() : Array.from(column);
  if (ArrayBuffer.isView(array)) {
    const isKept = isNumberArray(array) && (type.typeId === Type.Int || type.typeId === Type.Float);
    const numbers = isKept ? array : Float64Array.from(array as unknown as ArrayLike<number>);
    if (numbers.length < length) {
      throw new ContractError(`found a damaged Arrow file (${numbers.length} values in ${length} rows).`);
    }
    // Some writers pad the buffer, so that it has more values than rows.
    return numbers.subarray(0, length);
  }
  const values = array as readonly unknown[];
  if (length === 0) return emptyColumn(type);
  if (values.every((value) => typeof value === "string")) return values;
  if (values.every(isNumberLike))
    return Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value)));
  const [kind] = Object.entries(Type).find(([, id]) => id === type.typeId) ?? [type.typeId];
  const gap = values.indexOf(null);
  throw new ContractError(
    `found column "${name}" of Arrow type ${kind}${gap < 0 ? "" : `, row ${gap + 1} missing`}, expected numbers, or strings without missing values.`,
  );
}

function arrowType(values: NumberArray): DataType {
  return arrowTypes.find(([array]) => values instanceof array)?.[1] ?? float64();
}

function emptyColumn(type: DataType): ColumnValues {
  if (type.typeId === Type.Float) return new Float64Array(0);
  if (type.typeId !== Type.Int) return [];
  const [array = Float64Array] = arrowTypes.find(([, each]) => isSameType(each, type)) ?? [];
  return new array(0);
}

function isSameType(type: DataType, other: DataType): boolean {
  if (type.typeId !== Type.Int || other.typeId !== Type.Int) return false;
  return type.bitWidth === other.bitWidth && type.signed === other.signed;
}

function isNumberLike(value: unknown): value is number | boolean | null {
  return typeof value === "number" || typeof value === "boolean" || value === null;
}

function startsAndEndsAsArrow(bytes: Uint8Array): boolean {
  const text = (from: number): string =>
    Buffer.from(bytes.buffer, bytes.byteOffset + from, magic.length).toString("latin1");
  return bytes.length > 2 * magic.length && text(0) === magic && text(bytes.length - magic.length) === magic;
}

function writeFully(file: number, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; ) {
    from += writeSync(file, bytes, from, Math.min(maxChunkBytes, bytes.length - from));
  }
}

function readFully(path: string): Uint8Array {
  const file = openSync(path, "r");
  try {
    const bytes = new Uint8Array(fstatSync(file).size);
    for (let from = 0; from < bytes.length; ) {
      const read = readSync(file, bytes, from, Math.min(maxChunkBytes, bytes.length - from), null);
      if (read === 0) throw new ContractError("the file became shorter while it was being read.");
      from += read;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}
