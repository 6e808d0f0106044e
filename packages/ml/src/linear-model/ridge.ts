import { type Column, finiteColumns, materialize, type Table } from "../columns.js";
import { InvalidParameterError, NotFittedError } from "../errors.js";
import type { FitOptions, Regressor } from "../estimator.js";
import { requireColumns } from "../require-columns.js";
import { parseStored } from "../stored-model.js";
import { leastSquares } from "./least-squares.js";
import { linearProblem } from "./linear-problem.js";
import { predictRows } from "./predict-rows.js";
import { requireFiniteCoefficients } from "./require-finite-coefficients.js";
import { ridgeSchema, type StoredRidge } from "./ridge-schema.js";

/** Penalty and intercept of a ridge regression. */
export interface RidgeOptions {
  /** Strength of the penalty alpha · Σ coef², ≥ 0. The intercept is never penalised. Default: 1. */
  readonly alpha?: number;
  /** Whether to fit an intercept. Default: `true`. */
  readonly fitIntercept?: boolean;
}

/**
 * Linear regression with an L2 penalty: minimises Σ weight · (target − coef · x − intercept)² + alpha · Σ coef². Scale the columns first, or the
 * penalty weighs them unequally.
 *
 * @example
 * const model = new Ridge({ alpha: 10 }).fit(xTrain, yTrain);
 *
 * @see scikit-learn, linear_model.Ridge with solver="auto"
 */
export class Ridge implements Regressor {
  readonly #alpha: number;
  readonly #fitIntercept: boolean;
  #fitted: StoredRidge | undefined;

  /** @throws {InvalidParameterError} when alpha is negative or not finite */
  constructor({ alpha = 1, fitIntercept = true }: RidgeOptions = {}) {
    if (!(alpha >= 0 && Number.isFinite(alpha))) {
      throw new InvalidParameterError("alpha", alpha, "a finite number of at least 0");
    }
    this.#alpha = alpha;
    this.#fitIntercept = fitIntercept;
  }

  /**
   * A model from its stored form.
   * @throws {InvalidModelError} when `json` does not have the form of `toJSON`
   */
  static fromJSON(json: unknown): Ridge {
    const stored = parseStored("Ridge", ridgeSchema, json);
    const model = new Ridge({ alpha: stored.alpha, fitIntercept: stored.fitIntercept });
    model.#fitted = stored;
    return model;
  }

  /**
   * Fits the coefficients. With alpha 0 they are those of least squares, of several best fits the one with the smallest Σ coef².
   * @param x n ≥ 1 rows of finite numbers
   * @param y n finite numbers
   * @throws as `LinearRegression.fit` does
   */
  fit(x: Table, y: Column, { sampleWeight }: FitOptions = {}): this {
    const problem = linearProblem("Ridge", x, y, this.#fitIntercept, sampleWeight);
    const rounding = Number.EPSILON * Math.max(problem.n, problem.columns.length);
    const { coef, intercept } = leastSquares(problem, this.#alpha, rounding);
    requireFiniteCoefficients(problem.featureNames, { coef, intercept });
    this.#fitted = {
      formatVersion: 1,
      estimator: "Ridge",
      alpha: this.#alpha,
      fitIntercept: this.#fitIntercept,
      featureNames: [...problem.featureNames],
      coef,
      intercept,
    };
    return this;
  }

  /**
   * The predicted number of each row.
   * @param x finite numbers, with the columns of `fit` in the same order
   * @throws {NotFittedError} before `fit`
   * @throws {ColumnMismatchError} naming missing and surplus columns
   * @throws {NotFiniteError} naming column and row of the first NaN or infinity
   */
  predict(x: Table): Float64Array {
    const { featureNames, coef, intercept } = this.#learned();
    const table = materialize(x);
    requireColumns("Ridge", featureNames, table);
    return predictRows(finiteColumns(table), table.numRows(), coef, intercept);
  }

  /** Change of the target for one unit of each column. */
  get coef(): readonly number[] {
    return this.#learned().coef;
  }

  /** The target of a row of zeros. */
  get intercept(): number {
    return this.#learned().intercept;
  }

  /** Names of the columns it was fitted on. */
  get featureNames(): readonly string[] {
    return this.#learned().featureNames;
  }

  /** The stored form, for `fromJSON`; its schema is `ridgeSchema`. */
  toJSON(): StoredRidge {
    return this.#learned();
  }

  #learned(): StoredRidge {
    if (this.#fitted === undefined) throw new NotFittedError("Ridge");
    return this.#fitted;
  }
}
