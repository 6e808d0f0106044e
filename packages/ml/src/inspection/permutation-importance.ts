import { type Column, materialize, replaceColumns, type Table } from "../columns.js";
import { InvalidParameterError, ShapeError } from "../errors.js";
import type { Estimator } from "../estimator.js";
import { RandomState } from "../model-selection/random-state.js";
import { type Scoring, scoreRows } from "../model-selection/scorers.js";
import { meanAndDeviation } from "../pairwise-sum.js";
import { takeColumn } from "../take-table-rows.js";

/** The largest seed that numpy's random generator is asked for here. */
const LARGEST_SEED = 2 ** 31 - 1;

/** Options of `permutationImportance`. */
export interface PermutationImportanceOptions {
  /** The score whose decrease is measured: a name, or a function. */
  readonly scoring: Scoring;
  /** How often each column is shuffled, ≥ 1. Default: 5. */
  readonly nRepeats?: number;
  /** Seed, a whole number from 0 to 2³² − 1. Default: random. */
  readonly randomState?: number;
}

/** How much worse the score is without what a column says. All arrays are in the order of `featureNames`. */
export interface PermutationImportance {
  /** The columns of the table. */
  readonly featureNames: readonly string[];
  /** The decrease of the score, for each column one number for each repetition. */
  readonly importances: readonly Float64Array[];
  /** The mean of the repetitions, in the unit of the score; near 0 or below for a column that the model does not need. */
  readonly importancesMean: Float64Array;
  /** Standard deviation of the repetitions, their number in the denominator. */
  readonly importancesStd: Float64Array;
  /** The score of the rows as they are. */
  readonly baselineScore: number;
}

/**
 * The importance of each column to a fitted model: how much the score decreases when the column's cells are shuffled. Columns that say
 * the same share their importance, so each of them may look unimportant. Pass test rows to see what the model has learned to use on
 * new rows.
 * @param estimator a fitted model, or a pipeline: the columns of the raw table are then shuffled
 * @param x n ≥ 1 rows
 * @param y n labels or numbers
 * @throws {ShapeError} when x and y have different lengths, or there are no rows
 * @throws {InvalidParameterError} when an option is out of range, or the score does not fit the model
 * @throws what the model's `predict` throws
 * @see scikit-learn, inspection.permutation_importance; Breiman (2001), Machine Learning 45:5–32
 */
export function permutationImportance(
  estimator: Estimator,
  x: Table,
  y: Column,
  { scoring, nRepeats = 5, randomState }: PermutationImportanceOptions,
): PermutationImportance {
  if (!(Number.isInteger(nRepeats) && nRepeats >= 1)) {
    throw new InvalidParameterError("nRepeats", nRepeats, "a whole number of at least 1");
  }
  const table = materialize(x);
  const n = table.numRows();
  if (n === 0 || n !== y.length) {
    throw new ShapeError(
      `permutationImportance: x has ${n} rows and y has ${y.length}. Expected the same number, and at least one row.`,
    );
  }
  const score = (rows: Table) => scoreRows({ score: scoring }, estimator, rows, y).score;
  const seed = new RandomState(randomState).interval(LARGEST_SEED);
  const baselineScore = score(table);
  const featureNames = table.columnNames();
  const importances = featureNames.map((name) => {
    // Each column is shuffled in the same ways, and each repetition shuffles the one before once more, as in scikit-learn.
    const random = new RandomState(seed);
    const order = Uint32Array.from({ length: n }, (_, row) => row);
    let shuffled = table;
    return Float64Array.from({ length: nRepeats }, () => {
      random.shuffle(order);
      shuffled = replaceColumns(shuffled, new Map([[name, takeColumn(shuffled, name, order)]]));
      return baselineScore - score(shuffled);
    });
  });
  const summaries = importances.map(meanAndDeviation);
  return {
    featureNames,
    importances,
    importancesMean: Float64Array.from(summaries, ({ mean }) => mean),
    importancesStd: Float64Array.from(summaries, ({ std }) => std),
    baselineScore,
  };
}
