import { type Column, materialize, type Table } from "../columns.js";
import { InvalidParameterError, NotFittedError } from "../errors.js";
import type { FitOptions, Regressor } from "../estimator.js";
import { requireColumns } from "../require-columns.js";
import { requireNumericTarget, requireRows } from "../require-rows.js";
import { requireSampleWeight } from "../sample-weight.js";
import { parseStored } from "../stored-model.js";
import { dummyRegressorSchema, type StoredDummyRegressor } from "./dummy-regressor-schema.js";
import { targetMean, targetMedian, targetQuantile } from "./target-statistic.js";

/** What a `DummyRegressor` predicts. */
export interface DummyRegressorOptions {
  /** The statistic of the target that is predicted for each row, or `constant`. Default: "mean". */
  readonly strategy?: StoredDummyRegressor["strategy"];
  /** The share from 0 to 1 of the strategy "quantile": 0.5 is the median. */
  readonly quantile?: number;
  /** The finite number that the strategy "constant" predicts. */
  readonly constant?: number;
}

/**
 * A regressor that ignores the columns and predicts one number: a baseline that any other model must exceed.
 *
 * @example
 * const baseline = new DummyRegressor({ strategy: "median" }).fit(xTrain, yTrain);
 *
 * @see scikit-learn, dummy.DummyRegressor
 */
export class DummyRegressor implements Regressor {
  readonly #options: DummyRegressorOptions;
  #fitted: StoredDummyRegressor | undefined;

  /** @throws {InvalidParameterError} for an unknown strategy, or one without the number it needs */
  constructor(options: DummyRegressorOptions = {}) {
    const { strategy = "mean", quantile = Number.NaN, constant = Number.NaN } = options;
    const strategies = dummyRegressorSchema.shape.strategy.options;
    if (!strategies.includes(strategy)) {
      throw new InvalidParameterError(
        "strategy",
        JSON.stringify(strategy),
        `one of ${strategies.join(", ")}`,
      );
    }
    if (strategy === "quantile" && !(quantile >= 0 && quantile <= 1)) {
      throw new InvalidParameterError("quantile", options.quantile, "a number from 0 to 1");
    }
    if (strategy === "constant" && !Number.isFinite(constant)) {
      throw new InvalidParameterError("constant", options.constant, "a finite number");
    }
    this.#options = options;
  }

  /**
   * A model from its stored form.
   * @throws {InvalidModelError} when `json` does not have the form of `toJSON`
   */
  static fromJSON(json: unknown): DummyRegressor {
    const stored = parseStored("DummyRegressor", dummyRegressorSchema, json);
    const { strategy, quantile, constant } = stored;
    const model = new DummyRegressor({
      strategy,
      ...(quantile === null ? {} : { quantile }),
      ...(strategy === "constant" ? { constant } : {}),
    });
    model.#fitted = stored;
    return model;
  }

  /**
   * Computes the statistic of the target.
   * @param x n ≥ 1 rows; the columns may hold anything
   * @param y n finite numbers
   * @throws {ShapeError} when x, y and the weights have different lengths
   * @throws {NotNumericError} when y holds texts
   * @throws {NotFiniteError} naming the row of the first NaN or infinity in y
   * @throws {InvalidParameterError} for a negative weight
   */
  fit(x: Table, y: Column, { sampleWeight }: FitOptions = {}): this {
    const table = materialize(x);
    requireRows("DummyRegressor", table, y);
    const weights = requireSampleWeight(sampleWeight, y.length);
    const { strategy = "mean", quantile } = this.#options;
    this.#fitted = {
      formatVersion: 1,
      estimator: "DummyRegressor",
      strategy,
      quantile: strategy === "quantile" ? (quantile ?? null) : null,
      featureNames: table.columnNames(),
      constant: this.#statistic(requireNumericTarget(y), weights),
    };
    return this;
  }

  /**
   * The same number for each row.
   * @throws {NotFittedError} before `fit`
   * @throws {ColumnMismatchError} naming missing and surplus columns
   */
  predict(x: Table): Float64Array {
    const { featureNames, constant } = this.#learned();
    const table = materialize(x);
    requireColumns("DummyRegressor", featureNames, table);
    return new Float64Array(table.numRows()).fill(constant);
  }

  /** The number that is predicted, in the unit of the target. */
  get constant(): number {
    return this.#learned().constant;
  }

  /** Names of the columns it was fitted on. */
  get featureNames(): readonly string[] {
    return this.#learned().featureNames;
  }

  /** The stored form, for `fromJSON`; its schema is `dummyRegressorSchema`. */
  toJSON(): StoredDummyRegressor {
    return this.#learned();
  }

  #statistic(y: Float64Array, weights: Float64Array | undefined): number {
    const { strategy = "mean", quantile = 0.5, constant = 0 } = this.#options;
    switch (strategy) {
      case "mean":
        return targetMean(y, weights);
      case "median":
        return targetMedian(y, weights);
      case "quantile":
        return targetQuantile(y, weights, quantile);
      case "constant":
        return constant;
    }
  }

  #learned(): StoredDummyRegressor {
    if (this.#fitted === undefined) throw new NotFittedError("DummyRegressor");
    return this.#fitted;
  }
}
