import { materialize } from "../columns.js";
import type { Estimator } from "../estimator.js";
import { fitRows, takePart, type WeightedRows } from "./fit-rows.js";
import { type Scoring, scoreRows } from "./scorers.js";
import type { Fold } from "./splitter.js";

/** A model to make, and rows to fit and measure it on. */
export interface FitAndScoreOptions<Name extends string> extends WeightedRows {
  /** Makes an estimator that is not fitted. */
  readonly make: () => Estimator;
  /** The rows to train on, and those to measure on. */
  readonly fold: Fold;
  /** The scores by any names. */
  readonly scoring: Readonly<Record<Name, Scoring>>;
  /** Whether to measure the training rows too. Default: `false`. */
  readonly returnTrainScore?: boolean | undefined;
}

/** The scores of a model of one fold. */
export interface FoldScores<Name extends string> {
  readonly test: Readonly<Record<Name, number>>;
  /** Only with `returnTrainScore`. */
  readonly train?: Readonly<Record<Name, number>>;
}

/**
 * Fits a new model on the training rows of a fold, and measures it on the test rows. It depends on nothing else: the folds of a
 * cross-validation, and the candidates of a search, can be computed in any order and on any machine.
 * @throws what the estimator's `fit` and the scores throw
 */
export function fitAndScore<Name extends string>({
  make,
  x,
  y,
  sampleWeight,
  fold,
  scoring,
  returnTrainScore = false,
}: FitAndScoreOptions<Name>): FoldScores<Name> {
  const table = materialize(x);
  const estimator = fitRows(make, { x: table, y, sampleWeight }, fold.train);
  const measure = (rows: Uint32Array) => {
    const part = takePart(table, y, rows);
    return scoreRows(scoring, estimator, part.x, part.y);
  };
  const test = measure(fold.test);
  return returnTrainScore ? { test, train: measure(fold.train) } : { test };
}
