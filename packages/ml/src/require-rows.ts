import { type Column, isNumericColumn, requireFinite, type Table, widen } from "./columns.js";
import { NotNumericError, ShapeError } from "./errors.js";

/**
 * Checks that there is a target for each row, and at least one row.
 * @param estimator names the caller in the error
 * @param x a materialized table
 * @throws {ShapeError} for another number of targets than rows, or no row
 */
export function requireRows(estimator: string, x: Table, y: Column): void {
  if (x.numRows() !== y.length || y.length === 0) {
    throw new ShapeError(
      `${estimator}.fit: x has ${x.numRows()} rows and y has ${y.length} values. ` +
        "Expected one value for each row, and at least one row.",
    );
  }
}

/**
 * The target of a regressor as finite numbers.
 * @throws {NotNumericError} when y holds texts
 * @throws {NotFiniteError} naming the row of the first NaN or infinity
 */
export function requireNumericTarget(y: Column): Float64Array {
  if (isNumericColumn(y)) return requireFinite("y", widen(y));
  throw new NotNumericError("y", 1, y[0]);
}
