import type { Table } from "../columns.js";
import type { Labels } from "../labels.js";

/** Rows of one fold, counted from 0: those to train on, and those to measure on. */
export interface Fold {
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/** What to split. At least one of these says how many rows there are, and all of them say the same. */
export interface RowsToSplit {
  /** n rows of features; only their number matters. */
  readonly x?: Table;
  /** Number of rows. */
  readonly rows?: number;
  /** n labels or numbers. */
  readonly y?: Labels;
  /** n labels: rows of the same one stay together. */
  readonly groups?: Labels;
}

/** Divides rows into training and test rows, several times. */
export interface Splitter {
  /** Number of folds. */
  readonly nSplits: number;
  /** The folds, rows of each in ascending order. The same call gives the same folds if there is a seed or no shuffling. */
  split(rows: RowsToSplit): Fold[];
}
