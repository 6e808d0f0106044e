import type { Column, Table } from "../columns.js";
import { InvalidParameterError, NotFittedError } from "../errors.js";
import type { FitOptions, Regressor } from "../estimator.js";
import { requireNumericTarget } from "../require-rows.js";
import { requireSampleWeight } from "../sample-weight.js";
import { parseStored } from "../stored-model.js";
import { absoluteError } from "./absolute-error.js";
import { BoostedTrees } from "./boosted-trees.js";
import {
  type BoostingOptions,
  type CompleteBoostingOptions,
  completeBoostingOptions,
} from "./boosting-options.js";
import {
  histGradientBoostingRegressorSchema,
  type StoredHistGradientBoostingRegressor,
} from "./hist-gradient-boosting-regressor-schema.js";
import { fitStoredTrees, learnTable } from "./learn-table.js";
import { poissonLoss } from "./poisson-loss.js";
import { squaredError } from "./squared-error.js";

/** What a regressor minimizes. */
export type RegressorLoss = "squaredError" | "absoluteError" | "poisson";

/** Options of `HistGradientBoostingRegressor`. */
export interface HistGradientBoostingRegressorOptions extends BoostingOptions {
  /** "poisson" is for targets ≥ 0 such as counts, and predicts numbers above 0. Default: "squaredError". */
  readonly loss?: RegressorLoss;
}

const NAME = "HistGradientBoostingRegressor";
const losses = { squaredError, absoluteError, poisson: poissonLoss };

/**
 * Gradient boosting of regression trees on binned columns. Missing values and categories need no preparation.
 *
 * @example
 * const model = new HistGradientBoostingRegressor({ maxIter: 200 }).fit(xTrain, yTrain);
 * const yPred = model.predict(xTest);
 *
 * @see scikit-learn, ensemble.HistGradientBoostingRegressor
 */
export class HistGradientBoostingRegressor implements Regressor {
  readonly #options: CompleteBoostingOptions;
  readonly #loss: RegressorLoss;
  #fitted: BoostedTrees<StoredHistGradientBoostingRegressor> | undefined;

  /** @throws {InvalidParameterError} when an option is out of range */
  constructor({ loss = "squaredError", ...options }: HistGradientBoostingRegressorOptions = {}) {
    if (!Object.hasOwn(losses, loss)) {
      throw new InvalidParameterError("loss", JSON.stringify(loss), Object.keys(losses).join(", "));
    }
    this.#loss = loss;
    this.#options = completeBoostingOptions(options);
  }

  /**
   * A model from its stored form.
   * @throws {InvalidModelError} when `json` does not have the form of `toJSON`
   */
  static fromJSON(json: unknown): HistGradientBoostingRegressor {
    const fitted = new BoostedTrees(parseStored(NAME, histGradientBoostingRegressorSchema, json));
    const model = new HistGradientBoostingRegressor({ ...fitted.options, loss: fitted.stored.loss });
    model.#fitted = fitted;
    return model;
  }

  /**
   * Grows the trees.
   * @param x n ≥ 1 rows of numbers, NaN where missing, and texts, "" where missing; infinite numbers are allowed
   * @param y n finite numbers
   * @throws {ShapeError} when x, y and the weights have different lengths, or there is no row or column
   * @throws {NotFiniteError | NotNumericError} naming the row of the first target that is not a finite number
   * @throws {InvalidParameterError} for a negative weight, a target below 0 with loss "poisson", or more categories than
   *   `maxBins`
   */
  fit(x: Table, y: Column, { sampleWeight }: FitOptions = {}): this {
    const data = learnTable(NAME, x, y, this.#options);
    const target = { y: requireNumericTarget(y), weights: requireSampleWeight(sampleWeight, y.length) };
    if (this.#loss === "poisson") requireCounts(target.y);
    const trees = fitStoredTrees(data, target, losses[this.#loss], undefined, this.#options);
    this.#fitted = new BoostedTrees({ formatVersion: 1, estimator: NAME, loss: this.#loss, ...trees });
    return this;
  }

  /**
   * The predicted numbers: n of them.
   * @param x with the columns of `fit` in the same order; unknown categories count as missing
   * @throws {NotFittedError} before `fit`
   * @throws {ColumnMismatchError} naming missing and surplus columns
   * @throws {NotNumericError | NotTextError} naming column and row of a cell of another kind than in `fit`
   */
  predict(x: Table): Float64Array {
    const [raw = new Float64Array(0)] = this.#learned().predict(NAME, x);
    return this.#learned().stored.loss === "poisson" ? raw.map(Math.exp) : raw;
  }

  /** Names of the columns it was fitted on. */
  get featureNames(): readonly string[] {
    return this.#learned().stored.featureNames;
  }

  /** Number of iterations: as many as `maxIter`, unless early stopping ended the fit. */
  get nIter(): number {
    return this.#learned().stored.nIter;
  }

  /** The stored form, for `fromJSON`; its schema is `histGradientBoostingRegressorSchema`. */
  toJSON(): StoredHistGradientBoostingRegressor {
    return this.#learned().stored;
  }

  #learned(): BoostedTrees<StoredHistGradientBoostingRegressor> {
    if (this.#fitted === undefined) throw new NotFittedError(NAME);
    return this.#fitted;
  }
}

function requireCounts(y: Float64Array): void {
  const row = y.findIndex((number) => number < 0);
  if (row >= 0) {
    throw new InvalidParameterError(
      "y",
      `${y[row]} in row ${row + 1}`,
      'numbers of at least 0 with loss "poisson"',
    );
  }
  if (y.every((number) => number === 0)) {
    throw new InvalidParameterError("y", "zeros only", 'a number above 0 with loss "poisson"');
  }
}
