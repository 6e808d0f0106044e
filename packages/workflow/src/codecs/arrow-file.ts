import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import {
  type Column as ArrowColumn,
  columnFromArray,
  float64,
  type Table,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
} from "@uwdata/flechette";
import { ContractError } from "../definition/errors.js";
import type { Column } from "./column-values.js";

// One read or write of 2 GiB or more fails on Node 20.
const largestChunk = 1 << 30;
const magic = "ARROW1";

/**
 * Writes columns as an Arrow IPC file, straight from the arrays' memory: numbers as float64, texts dictionary-encoded.
 * Python reads it with `pyarrow.feather.read_table` or `polars.read_ipc`.
 */
export function writeArrowFile(
  path: string,
  columns: readonly (readonly [name: string, values: Column])[],
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
 * Reads an Arrow IPC file. A number column of one record batch is a view into the file's bytes; further batches are
 * joined. Other number types become float64, nulls NaN.
 * @throws {ContractError} where the file is no Arrow file, or a column holds neither numbers nor texts
 */
export function readArrowFile(path: string): [name: string, values: Column][] {
  const bytes = readFully(path);
  if (!startsAndEndsAsArrow(bytes)) throw new ContractError("found bytes that are no Arrow IPC file.");
  const table = decode(bytes);
  return table.names.map((name, i) => {
    const column = table.getChildAt(i);
    return [name, fromArrow(name, column)];
  });
}

function toArrow(values: Column): ArrowColumn<unknown> {
  return values instanceof Float64Array ? columnFromArray(values, float64()) : columnFromArray([...values]);
}

function fromArrow(name: string, column: ArrowColumn<unknown>): Column {
  if (column.type.typeId === 1) return Float64Array.from({ length: column.length }, () => Number.NaN);
  const array: unknown = column.nullCount === 0 ? column.toArray() : Array.from(column);
  if (array instanceof Float64Array) return array;
  if (ArrayBuffer.isView(array)) return Float64Array.from(array as unknown as ArrayLike<number>);
  const values = array as readonly unknown[];
  if (values.every((value) => typeof value === "string")) return values;
  if (values.every(isNumberLike))
    return Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value)));
  throw new ContractError(
    `found column "${name}" of Arrow type ${column.type.typeId}, expected numbers or texts without gaps.`,
  );
}

function isNumberLike(value: unknown): value is number | boolean | null {
  return typeof value === "number" || typeof value === "boolean" || value === null;
}

function decode(bytes: Uint8Array): Table {
  try {
    return tableFromIPC(bytes);
  } catch (error) {
    throw new ContractError(
      `found a damaged Arrow file (${error instanceof Error ? error.message : error}).`,
    );
  }
}

function startsAndEndsAsArrow(bytes: Uint8Array): boolean {
  const text = (from: number): string =>
    Buffer.from(bytes.buffer, bytes.byteOffset + from, magic.length).toString("latin1");
  return bytes.length > 2 * magic.length && text(0) === magic && text(bytes.length - magic.length) === magic;
}

function writeFully(file: number, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; ) {
    from += writeSync(file, bytes, from, Math.min(largestChunk, bytes.length - from));
  }
}

function readFully(path: string): Uint8Array {
  const file = openSync(path, "r");
  try {
    const bytes = new Uint8Array(fstatSync(file).size);
    for (let from = 0; from < bytes.length; ) {
      const read = readSync(file, bytes, from, Math.min(largestChunk, bytes.length - from), null);
      if (read === 0) throw new ContractError("the file became shorter while it was being read.");
      from += read;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}
