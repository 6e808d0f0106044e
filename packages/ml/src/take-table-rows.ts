import { type Column, isNumericColumn, numericColumn, replaceColumns, type Table } from "./columns.js";
import { takeRows } from "./take-rows.js";

/**
 * A table of these rows, in that order; columns keep their names, order and kinds.
 * @param x a materialized table
 * @param rows counted from 0, each below the number of rows
 */
export function takeTableRows(x: Table, rows: Uint32Array): Table {
  return replaceColumns(x, new Map(x.columnNames().map((name) => [name, takeColumn(x, name, rows)])));
}

/**
 * The cells of one column at these rows, in that order.
 * @param x a materialized table with such a column
 * @param rows counted from 0, each below the number of rows
 */
export function takeColumn(x: Table, name: string, rows: Uint32Array): Column | readonly unknown[] {
  const column: unknown = x.column(name);
  if (isNumericColumn(column)) return takeRows(column, rows);
  return ArrayBuffer.isView(column)
    ? takeRows(numericColumn(x, name), rows)
    : Array.from(rows, (row) => x.column(name)?.at(row));
}
