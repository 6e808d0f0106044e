import { type Column, materialize, type Table } from "../columns.js";
import { ShapeError } from "../errors.js";
import type { Estimator } from "../estimator.js";
import { takeRows } from "../take-rows.js";
import { takeTableRows } from "../take-table-rows.js";

/** Rows to learn from, and their targets. */
export interface WeightedRows {
  /** n rows of features. */
  readonly x: Table;
  /** n labels or numbers. */
  readonly y: Column;
  /** n weights ≥ 0 for the fit. Default: 1 each. */
  readonly sampleWeight?: ArrayLike<number> | undefined;
}

/**
 * A new model of some of the rows.
 * @param make makes an estimator that is not fitted
 * @param rows those to fit, counted from 0
 * @throws {ShapeError} unless there is one target, and one weight, for each row
 */
export function fitRows<E extends Estimator>(
  make: () => E,
  { x, y, sampleWeight }: WeightedRows,
  rows: Uint32Array,
): E {
  const n = x.numRows();
  if (y.length !== n || (sampleWeight?.length ?? n) !== n) {
    throw new ShapeError(
      `x has ${n} rows, y has ${y.length} and sampleWeight ${sampleWeight?.length ?? n}. They must have the same number.`,
    );
  }
  const part = takePart(x, y, rows);
  return make().fit(
    part.x,
    part.y,
    sampleWeight && { sampleWeight: Float64Array.from(rows, (row) => sampleWeight[row] ?? 0) },
  );
}

/** These rows of a table, and their targets. */
export function takePart(x: Table, y: Column, rows: Uint32Array): { readonly x: Table; readonly y: Column } {
  return { x: takeTableRows(materialize(x), rows), y: takeRows(y, rows) };
}
