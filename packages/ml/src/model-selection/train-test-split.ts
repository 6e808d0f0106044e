import { type Column, materialize, type NumericColumn, type Table } from "../columns.js";
import { InvalidParameterError, ShapeError } from "../errors.js";
import type { Labels } from "../labels.js";
import { takeRows } from "../take-rows.js";
import { takeTableRows } from "../take-table-rows.js";
import { groupShuffleSplit } from "./group-shuffle-split.js";
import { RandomState } from "./random-state.js";
import { splitSizes } from "./split-sizes.js";
import { stratifiedShuffleSplit } from "./stratified-shuffle-split.js";
import { timeSplit } from "./time-split.js";

/** How to divide rows. */
export interface SplitOptions {
  /** Fraction of the rows in (0, 1), rounded up, or a number of rows ≥ 1. Default: the rest of `trainSize`, or 0.25. */
  readonly testSize?: number;
  /** Fraction of the rows in (0, 1), rounded down, or a number of rows ≥ 1. Default: the rest of `testSize`. */
  readonly trainSize?: number;
  /** Seed, a whole number from 0 to 2³² − 1. Default: random, so that every call splits differently. */
  readonly randomState?: number;
  /** Labels, one per row: both sets keep their proportions. Default: not stratified. */
  readonly stratify?: Labels;
  /**
   * Groups, one per row: all rows of a group are in the same set, as in scikit-learn's `GroupShuffleSplit`. The sizes are of
   * groups, not of rows, and the rows keep their order. Default: each row is on its own.
   */
  readonly groups?: Labels;
  /**
   * Times, one per row, in any unit: the newest rows are for testing, all older ones for training, with no randomness. Rows of
   * the same time as the oldest test row are test rows too. The rows keep their order. Default: no time.
   */
  readonly times?: ArrayLike<number>;
  /** `false` keeps the order: the first rows are for training, the rest for testing. Default: `true`. */
  readonly shuffle?: boolean;
}

/** What to divide, and how. */
export interface TrainTestSplitOptions<Y extends Column> extends SplitOptions {
  /** n rows of features. */
  readonly x: Table;
  /** n targets. */
  readonly y: Y;
}

/** Both sets of a split, rows in random order. */
export interface TrainTestSplit<Y extends Column> {
  readonly xTrain: Table;
  readonly xTest: Table;
  readonly yTrain: Y;
  readonly yTest: Y;
}

/**
 * Divides features and target into random training and test rows: the same rows in the same order as scikit-learn's
 * `train_test_split` with the same `random_state`. For a validation set, split the training set again.
 *
 * @example
 * const { xTrain, xTest, yTrain, yTest } = trainTestSplit({ x, y, testSize: 0.2, randomState: 42, stratify: y });
 *
 * @throws {ShapeError} when x, y and `stratify` have different lengths, a class of `stratify` has one row, or no row would be left to
 *   train on
 * @throws {InvalidParameterError} when a size or the seed is out of range, or two of `stratify`, `groups`, `times` and
 *   `shuffle: false` are given
 * @throws {NotFiniteError} when a group or a time is NaN or infinite
 * @see scikit-learn, model_selection.train_test_split
 */
export function trainTestSplit(options: TrainTestSplitOptions<Float64Array>): TrainTestSplit<Float64Array>;
export function trainTestSplit(options: TrainTestSplitOptions<NumericColumn>): TrainTestSplit<NumericColumn>;
export function trainTestSplit(options: TrainTestSplitOptions<readonly string[]>): TrainTestSplit<string[]>;
export function trainTestSplit(options: TrainTestSplitOptions<Column>): TrainTestSplit<Column>;
export function trainTestSplit({ x, y, ...options }: TrainTestSplitOptions<Column>): TrainTestSplit<Column> {
  const table = materialize(x);
  if (table.numRows() !== y.length) {
    throw new ShapeError(
      `x has ${table.numRows()} rows and y has ${y.length}. They must have the same number.`,
    );
  }
  const { train, test } = trainTestSplitIndices(y.length, options);
  return {
    xTrain: takeTableRows(table, train),
    xTest: takeTableRows(table, test),
    yTrain: takeRows(y, train),
    yTest: takeRows(y, test),
  };
}

/**
 * Like `trainTestSplit`, for row numbers counted from 0: splits anything that has rows.
 * @param n number of rows, ≥ 2
 * @throws {ShapeError} when the length of `stratify` is not n, one of its classes has one row, or no row is left to train on
 * @throws {InvalidParameterError} when a size or the seed is out of range, or two of `stratify`, `groups`, `times` and
 *   `shuffle: false` are given
 */
export function trainTestSplitIndices(
  n: number,
  options: SplitOptions = {},
): { train: Uint32Array; test: Uint32Array } {
  const { testSize, trainSize, randomState, stratify, groups, times, shuffle = true } = options;
  if (groups !== undefined || times !== undefined) {
    requireOneWay({
      stratify: stratify !== undefined,
      groups: groups !== undefined,
      times: times !== undefined,
      "shuffle: false": !shuffle,
    });
    requireOneOfEach(n, "groups", groups);
    requireOneOfEach(n, "times", times);
  }
  if (groups !== undefined) return groupShuffleSplit(groups, options);
  if (times !== undefined) {
    if (trainSize === undefined) return timeSplit(times, options);
    throw new InvalidParameterError(
      "trainSize",
      trainSize,
      "testSize alone: all rows older than the test rows are for training",
    );
  }
  const sizes = splitSizes(n, testSize, trainSize);
  const { nTrain, nTest } = sizes;
  requireOneOfEach(n, "stratify", stratify);
  if (!shuffle) {
    if (stratify !== undefined) {
      throw new InvalidParameterError("shuffle", false, "true, because stratify draws at random");
    }
    const rows = Uint32Array.from({ length: nTrain + nTest }, (_, i) => i);
    return { train: rows.subarray(0, nTrain), test: rows.subarray(nTrain) };
  }
  const random = new RandomState(randomState);
  if (stratify !== undefined) return stratifiedShuffleSplit(stratify, sizes, random);
  const rows = random.permutation(n);
  return { train: rows.subarray(nTest, nTest + nTrain), test: rows.subarray(0, nTest) };
}

/** @throws {InvalidParameterError} when options that contradict each other are given */
function requireOneWay(ways: Readonly<Record<string, boolean>>): void {
  const given = Object.keys(ways).filter((name) => ways[name] === true);
  const [first, second] = given;
  if (first === undefined || second === undefined) return;
  throw new InvalidParameterError(first, `together with ${second}`, `one of ${Object.keys(ways).join(", ")}`);
}

function requireOneOfEach(n: number, option: string, values: ArrayLike<unknown> | undefined): void {
  if (values === undefined || values.length === n) return;
  throw new ShapeError(`${option} has ${values.length} labels for ${n} rows. It must have one for each row.`);
}
