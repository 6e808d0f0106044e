import { NotFiniteError } from "../errors.js";

/** Numbers of a column, some of which may mean a missing value. */
export interface NumbersWithGaps {
  /** Of the column, for errors. */
  readonly name: string;
  readonly column: Float64Array;
  /** The number that means a missing value; may be NaN. */
  readonly missing: number;
}

/**
 * The numbers that are not missing, in an array of their own.
 * @throws {NotFiniteError} naming column and row of a NaN or infinity that does not mean missing
 */
export function presentNumbers({ name, column, missing }: NumbersWithGaps): Float64Array {
  const present = new Float64Array(column.length);
  let count = 0;
  let zeros = 0;
  for (let i = 0; i < column.length; i++) {
    const value = column[i] ?? Number.NaN;
    if (value === missing || (Number.isNaN(value) && Number.isNaN(missing))) continue;
    present[count++] = value;
    zeros += value * 0;
  }
  if (Number.isNaN(zeros)) throw notFinite(name, column, missing);
  return present.subarray(0, count);
}

/**
 * The column with another number in place of each missing one.
 * @param filled where to write it: an array of the column's length, or the column itself
 * @throws {NotFiniteError} naming column and row of a NaN or infinity that does not mean missing
 */
export function fillMissing(
  { name, column, missing }: NumbersWithGaps,
  fill: number,
  filled: Float64Array,
): Float64Array {
  let zeros = 0;
  for (let i = 0; i < column.length; i++) {
    const value = column[i] ?? Number.NaN;
    const isMissing = value === missing || (Number.isNaN(value) && Number.isNaN(missing));
    filled[i] = isMissing ? fill : value;
    zeros += isMissing ? 0 : value * 0;
  }
  if (Number.isNaN(zeros)) throw notFinite(name, column, missing);
  return filled;
}

/** An infinity or NaN is in the column, and not missing. */
function notFinite(name: string, column: Float64Array, missing: number): NotFiniteError {
  const row = column.findIndex(
    (value) => !Number.isFinite(value) && !(Number.isNaN(value) && Number.isNaN(missing)),
  );
  return new NotFiniteError(name, row + 1, column[row] ?? Number.NaN);
}
