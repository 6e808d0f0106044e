import { InvalidParameterError } from "../errors.js";
import { requireFoldCount } from "./fold-options.js";
import { countRows } from "./rows-to-split.js";
import type { Fold, RowsToSplit, Splitter } from "./splitter.js";

/** Options of `TimeSeriesSplit`. */
export interface TimeSeriesSplitOptions {
  /** Number of folds, ≥ 2. Default: 5. */
  readonly nSplits?: number;
  /** Most training rows of a fold, ≥ 1: the last ones before the gap. Default: all. */
  readonly maxTrainSize?: number;
  /** Test rows of each fold, ≥ 1. Default: n / (nSplits + 1), rounded down. */
  readonly testSize?: number;
  /** Rows between training and test that are left out, ≥ 0. Default: 0. */
  readonly gap?: number;
}

/**
 * Folds of rows in the order of time: each is tested by a model of earlier rows only, and its test rows join the training
 * rows of the next one. Sort the rows by time first.
 * @see scikit-learn, model_selection.TimeSeriesSplit
 */
export class TimeSeriesSplit implements Splitter {
  readonly nSplits: number;
  readonly #options: TimeSeriesSplitOptions;

  /** @throws {InvalidParameterError} when an option is out of range */
  constructor(options: TimeSeriesSplitOptions = {}) {
    this.nSplits = requireFoldCount(options.nSplits);
    requireAtLeast("maxTrainSize", options.maxTrainSize, 1);
    requireAtLeast("testSize", options.testSize, 1);
    requireAtLeast("gap", options.gap, 0);
    this.#options = options;
  }

  /**
   * The folds, in the order of time.
   * @throws {ShapeError} when the number of rows is unknown, 0, or not the same for all inputs
   * @throws {InvalidParameterError} when there are too few rows for the folds and the gap
   */
  split(rows: RowsToSplit): Fold[] {
    const n = countRows("TimeSeriesSplit", rows);
    const { nSplits } = this;
    const { maxTrainSize = n, gap = 0, testSize = Math.floor(n / (nSplits + 1)) } = this.#options;
    if (nSplits + 1 > n || n - gap - testSize * nSplits <= 0) {
      throw new InvalidParameterError(
        "nSplits",
        nSplits,
        `so few that ${n} rows are enough for test sets of ${Math.max(testSize, 1)} row(s), a gap of ${gap}, and a training row`,
      );
    }
    return Array.from({ length: nSplits }, (_, fold) => {
      const testStart = n - (nSplits - fold) * testSize;
      const trainEnd = testStart - gap;
      return {
        train: rowsBetween(Math.max(0, trainEnd - maxTrainSize), trainEnd),
        test: rowsBetween(testStart, testStart + testSize),
      };
    });
  }
}

function rowsBetween(start: number, end: number): Uint32Array {
  const rows = new Uint32Array(end - start);
  for (let i = 0; i < rows.length; i++) rows[i] = start + i;
  return rows;
}

function requireAtLeast(parameter: string, value: number | undefined, least: number): void {
  if (value === undefined || (Number.isInteger(value) && value >= least)) return;
  throw new InvalidParameterError(parameter, value, `a whole number of at least ${least}`);
}
