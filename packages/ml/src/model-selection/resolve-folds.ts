import type { Column, Table } from "../columns.js";
import { InvalidParameterError, ShapeError } from "../errors.js";
import type { Labels } from "../labels.js";
import { KFold } from "./k-fold.js";
import { countRows } from "./rows-to-split.js";
import type { Fold, Splitter } from "./splitter.js";
import { StratifiedKFold } from "./stratified-k-fold.js";

/**
 * How to divide rows for validation: a number of folds (consecutive rows, stratified by class for a classifier), a splitter, or
 * the folds themselves.
 */
export type CrossValidation = number | Splitter | readonly Fold[];

/** Rows to divide for validation. */
export interface RowsToValidate {
  /** n rows of features. */
  readonly x: Table;
  /** n labels or numbers. */
  readonly y: Column;
  /** n labels for a splitter that keeps groups together. */
  readonly groups?: Labels | undefined;
  /** Receives a warning where a number of folds is stratified, and a class has fewer rows. Default: none. */
  readonly onWarning?: ((warning: string) => void) | undefined;
}

/**
 * The folds of n rows.
 * @param cv default: 5
 * @param stratify whether a number of folds is to be stratified by y
 * @throws {ShapeError} when x, y and groups have different lengths, there is no fold, or one is empty on a side
 * @throws {InvalidParameterError} for too many folds, a row that does not exist, or one on both sides
 * @see scikit-learn, model_selection.check_cv
 */
export function resolveFolds(
  caller: string,
  cv: CrossValidation = 5,
  input: RowsToValidate,
  stratify: boolean,
): readonly Fold[] {
  const { x, y, groups, onWarning = () => {} } = input;
  const rows = groups === undefined ? { x, y } : { x, y, groups };
  const n = countRows(caller, rows);
  if (typeof cv === "number") {
    return stratify
      ? new StratifiedKFold({ nSplits: cv, onWarning }).split(rows)
      : new KFold({ nSplits: cv }).split(rows);
  }
  const folds = "split" in cv ? cv.split(rows) : cv;
  if (folds.length === 0) throw new ShapeError(`${caller}: found no folds, expected at least one.`);
  folds.forEach((fold, i) => {
    requireApart(caller, fold, i, n);
  });
  return folds;
}

function requireApart(caller: string, { train, test }: Fold, fold: number, n: number): void {
  if (train.length === 0 || test.length === 0) {
    throw new ShapeError(
      `${caller}, fold ${fold}: found ${train.length} training and ${test.length} test rows, expected at least one of each.`,
    );
  }
  const isTrained = new Uint8Array(n);
  for (const row of train) {
    requireRow(row, fold, n);
    isTrained[row] = 1;
  }
  for (const row of test) {
    requireRow(row, fold, n);
    if (isTrained[row] === 1) {
      throw new InvalidParameterError(
        `cv, fold ${fold}`,
        `row ${row} on both sides`,
        "training and test rows apart",
      );
    }
  }
}

function requireRow(row: number, fold: number, n: number): void {
  if (Number.isInteger(row) && row >= 0 && row < n) return;
  throw new InvalidParameterError(`cv, fold ${fold}`, `row ${row}`, `whole numbers from 0 to ${n - 1}`);
}
