import { type Column, isNumericColumn, type NumericColumn } from "./columns.js";

/**
 * The cells of a column at these rows, in that order, in an array of the same type.
 * @param rows counted from 0, each below the column's length
 */
export function takeRows(column: Float64Array, rows: Uint32Array): Float64Array;
export function takeRows(column: NumericColumn, rows: Uint32Array): NumericColumn;
export function takeRows(column: readonly string[], rows: Uint32Array): string[];
export function takeRows(column: Column, rows: Uint32Array): NumericColumn | string[];
export function takeRows(column: Column, rows: Uint32Array): NumericColumn | string[] {
  if (!isNumericColumn(column)) return Array.from(rows, (row) => column[row] ?? "");
  if (column instanceof Float64Array) return take64(column, rows);
  const { buffer, byteOffset, length } = column;
  if (column instanceof Uint8Array) return take8(column, rows);
  if (column instanceof Int8Array)
    return new Int8Array(take8(new Uint8Array(buffer, byteOffset, length), rows).buffer);
  if (column instanceof Uint16Array) return take16(column, rows);
  if (column instanceof Int16Array)
    return new Int16Array(take16(new Uint16Array(buffer, byteOffset, length), rows).buffer);
  if (column instanceof Uint32Array) return take32(column, rows);
  return new Int32Array(take32(new Uint32Array(buffer, byteOffset, length), rows).buffer);
}

// One loop for each width: a loop that sees several types of arrays takes up to twice as long on ten million rows.

function take64(column: Float64Array, rows: Uint32Array): Float64Array {
  const taken = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = column[rows[i] ?? 0] ?? Number.NaN;
  return taken;
}

function take32(column: Uint32Array, rows: Uint32Array): Uint32Array {
  const taken = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = column[rows[i] ?? 0] ?? 0;
  return taken;
}

function take16(column: Uint16Array, rows: Uint32Array): Uint16Array {
  const taken = new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = column[rows[i] ?? 0] ?? 0;
  return taken;
}

function take8(column: Uint8Array, rows: Uint32Array): Uint8Array {
  const taken = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = column[rows[i] ?? 0] ?? 0;
  return taken;
}
