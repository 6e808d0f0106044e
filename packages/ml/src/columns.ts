import type { ColumnTable } from "arquero";
import { NotFiniteError, NotNumericError, NotTextError, ShapeError } from "./errors.js";

/**
 * A table: named columns of equal length, in order. Only the type comes from Arquero: new tables are made from the
 * one that was passed in, because loading Arquero takes longer than loading the rest of this package.
 */
export type Table = ColumnTable;

/** Numbers: 64-bit floating point, with NaN for missing, or whole numbers, of which none is missing. */
export type NumericColumn =
  | Float64Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array;

/** One column: numbers, or texts, with "" for missing. */
export type Column = NumericColumn | readonly string[];

const numericArrays = [
  Float64Array,
  Uint8Array,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
] as const;

/** Whether a column is one of the arrays of numbers. An array of plain numbers is none. */
export function isNumericColumn(column: unknown): column is NumericColumn {
  return numericArrays.some((type) => column instanceof type);
}

/** Applies a table's filter and ordering and drops its groups, so that rows can be read by position. */
export function materialize(x: Table): Table {
  return x.isFiltered() || x.isOrdered() || x.isGrouped() ? x.ungroup().reify() : x;
}

/**
 * A copy of the table in which these columns replace those of the same names.
 * @param x a materialized table: the copy would inherit a filter or an ordering
 * @param columns all of equal length; as long as those of `x` unless all of them are replaced
 */
export function replaceColumns(x: Table, columns: ReadonlyMap<string, Column | readonly unknown[]>): Table {
  return x.create({ data: { ...x.data(), ...Object.fromEntries(columns) }, names: x.columnNames() });
}

/**
 * One column of a table: its array itself where that is one of numbers, otherwise a copy of its numbers or texts.
 * @throws {ShapeError} when there is no such column
 * @throws {NotNumericError | NotTextError} naming column and row of the first cell that is not of the first one's kind
 */
export function columnOf(x: Table, name: string): Column {
  const table = materialize(x);
  const column = table.column(name);
  if (isNumericColumn(column)) return column;
  return typeof column?.at(0) === "string" ? textColumn(table, name) : numericColumn(table, name);
}

/**
 * The numbers of one column, NaN where a cell is null or undefined. A Float64Array is returned without a copy, whole
 * numbers are widened.
 * @param x a materialized table
 * @throws {ShapeError} when there is no such column
 * @throws {NotNumericError} naming column and row of the first cell that is not a number
 */
export function numericColumn(x: Table, name: string): Float64Array {
  return widen(narrowColumn(x, name));
}

/**
 * Like `numericColumn`, but whole numbers stay as narrow as they are.
 * @throws as `numericColumn` does
 */
export function narrowColumn(x: Table, name: string): NumericColumn {
  const column = x.column(name);
  if (column === undefined) {
    throw new ShapeError(`There is no column "${name}". Found: ${x.columnNames().join(", ")}.`);
  }
  if (isNumericColumn(column)) return column;
  return Float64Array.from({ length: column.length }, (_, row) => toNumber(column.at(row), name, row));
}

/** The numbers as a Float64Array: the same one, or a copy of whole numbers. */
export function widen(column: NumericColumn): Float64Array {
  if (column instanceof Float64Array) return column;
  const wide = new Float64Array(column.length);
  // Ten times as fast as the constructor from another array.
  wide.set(column);
  return wide;
}

/**
 * The texts of one column, "" where a cell is null or undefined.
 * @param x a materialized table
 * @throws {ShapeError} when there is no such column
 * @throws {NotTextError} naming column and row of the first cell that is not a text
 */
export function textColumn(x: Table, name: string): string[] {
  const column = x.column(name);
  if (column === undefined) {
    throw new ShapeError(`There is no column "${name}". Found: ${x.columnNames().join(", ")}.`);
  }
  return Array.from({ length: column.length }, (_, row) => {
    const value: unknown = column.at(row);
    if (typeof value === "string") return value;
    if (value === null || value === undefined) return "";
    throw new NotTextError(name, row + 1, value);
  });
}

/** Names of the columns whose first cell is a text, in the table's order. The table may have a filter or an ordering. */
export function textColumnNames(x: Table): string[] {
  const table = materialize(x);
  return table.columnNames().filter((name) => typeof table.column(name)?.at(0) === "string");
}

/**
 * All columns as finite numbers, in the table's order.
 * @param x a materialized table
 * @throws {NotFiniteError} naming column and row of the first NaN or infinity
 * @throws {NotNumericError} naming column and row of the first cell that is not a number
 */
export function finiteColumns(x: Table): Float64Array[] {
  return x.columnNames().map((name) => requireFinite(name, numericColumn(x, name)));
}

/**
 * Checks that a column holds finite numbers only, and returns it.
 * @throws {NotFiniteError} naming the row of the first NaN or infinity
 */
export function requireFinite(name: string, column: Float64Array): Float64Array {
  if (isFiniteColumn(column)) return column;
  const row = column.findIndex((value) => !Number.isFinite(value));
  if (row >= 0) throw new NotFiniteError(name, row + 1, column[row] ?? Number.NaN);
  return column;
}

/** Whether there is no NaN and no infinity: each would make the sum of zeros NaN. Four sums do not wait for each other. */
export function isFiniteColumn(column: Float64Array): boolean {
  let [a, b, c, d] = [0, 0, 0, 0];
  const rest = column.length % 4;
  for (let i = 0; i < rest; i++) a += (column[i] ?? 0) * 0;
  for (let i = rest; i < column.length; i += 4) {
    a += (column[i] ?? 0) * 0;
    b += (column[i + 1] ?? 0) * 0;
    c += (column[i + 2] ?? 0) * 0;
    d += (column[i + 3] ?? 0) * 0;
  }
  return a + b + c + d === 0;
}

/** Number of missing cells: NaN in a column of numbers, "" in one of texts. */
export function countMissing(column: Column): number {
  let missing = 0;
  if (column instanceof Float64Array) {
    for (let row = 0; row < column.length; row++) if (Number.isNaN(column[row])) missing++;
  } else if (!isNumericColumn(column)) {
    for (const cell of column) if (cell === "") missing++;
  }
  return missing;
}

function toNumber(value: unknown, name: string, row: number): number {
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  if (value === null || value === undefined) return Number.NaN;
  throw new NotNumericError(name, row + 1, value);
}

/**
 * Checks that a column holds numbers, and returns it.
 * @param name names it in the error
 * @throws {NotNumericError} when it holds texts
 */
export function requireNumeric(name: string, column: Column): NumericColumn {
  if (isNumericColumn(column)) return column;
  throw new NotNumericError(name, 1, column[0]);
}
