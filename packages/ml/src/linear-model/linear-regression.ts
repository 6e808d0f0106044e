import { type Column, finiteColumns, materialize, type Table } from "../columns.js";
import { InvalidParameterError, NotFittedError } from "../errors.js";
import type { FitOptions, Regressor } from "../estimator.js";
import { type Interval, requireConfidence } from "../metrics/interval.js";
import { twoSidedTPValue, twoSidedTQuantile } from "../metrics/student-t.js";
import { requireColumns } from "../require-columns.js";
import { parseStored } from "../stored-model.js";
import { leastSquares } from "./least-squares.js";
import { linearProblem } from "./linear-problem.js";
import { linearRegressionSchema, type StoredLinearRegression } from "./linear-regression-schema.js";
import { type LinearStatistic, residualStatistics } from "./linear-statistics.js";
import { predictRows } from "./predict-rows.js";
import { requireFiniteCoefficients } from "./require-finite-coefficients.js";

/** Intercept and rank of a linear regression. */
export interface LinearRegressionOptions {
  /** Whether to fit an intercept. Default: `true`. */
  readonly fitIntercept?: boolean;
  /**
   * Singular values of the centred columns of at most this share of the greatest count as 0, ≥ 0: such columns follow from
   * others, or are in a unit so much smaller that they have no effect. Default: 1e-6.
   */
  readonly tol?: number;
}

/**
 * Linear regression by least squares: target = coef · x + intercept. Of several best fits, where columns follow from others, it is
 * the one with the smallest Σ coef².
 *
 * @example
 * const model = new LinearRegression().fit(xTrain, yTrain);
 * const yPred = model.predict(xTest);
 *
 * @see scikit-learn, linear_model.LinearRegression; statsmodels, OLS, for errors and p-values
 */
export class LinearRegression implements Regressor {
  readonly #fitIntercept: boolean;
  readonly #tol: number;
  #fitted: StoredLinearRegression | undefined;

  /** @throws {InvalidParameterError} when tol is negative or not finite */
  constructor({ fitIntercept = true, tol = 1e-6 }: LinearRegressionOptions = {}) {
    if (!(tol >= 0 && Number.isFinite(tol))) {
      throw new InvalidParameterError("tol", tol, "a finite number of at least 0");
    }
    this.#fitIntercept = fitIntercept;
    this.#tol = tol;
  }

  /**
   * A model from its stored form.
   * @throws {InvalidModelError} when `json` does not have the form of `toJSON`
   */
  static fromJSON(json: unknown): LinearRegression {
    const stored = parseStored("LinearRegression", linearRegressionSchema, json);
    const model = new LinearRegression({ fitIntercept: stored.fitIntercept, tol: stored.tol });
    model.#fitted = stored;
    return model;
  }

  /**
   * Fits the coefficients.
   * @param x n ≥ 1 rows of finite numbers
   * @param y n finite numbers
   * @throws {NotFiniteError} naming column and row of the first NaN or infinity
   * @throws {NotNumericError} when y holds texts
   * @throws {ShapeError} when x, y and the weights have different lengths, or x has no columns
   * @throws {InvalidParameterError} for a negative weight, or a coefficient that is beyond the largest number
   */
  fit(x: Table, y: Column, { sampleWeight }: FitOptions = {}): this {
    const problem = linearProblem("LinearRegression", x, y, this.#fitIntercept, sampleWeight);
    const fit = leastSquares(problem, 0, this.#tol);
    requireFiniteCoefficients(problem.featureNames, fit);
    const { standardErrors, ...statistics } = residualStatistics(problem, fit, this.#fitIntercept);
    this.#fitted = {
      formatVersion: 1,
      estimator: "LinearRegression",
      fitIntercept: this.#fitIntercept,
      tol: this.#tol,
      featureNames: [...problem.featureNames],
      coef: fit.coef,
      intercept: fit.intercept,
      rank: fit.rank,
      ...statistics,
      standardErrors: { coef: [...standardErrors.coef], intercept: standardErrors.intercept },
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
    requireColumns("LinearRegression", featureNames, table);
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

  /** Number of columns that do not follow from others. */
  get rank(): number {
    return this.#learned().rank;
  }

  /** Rows of a weight above 0, less the rank and the intercept; at least 0. */
  get degreesOfFreedom(): number {
    return this.#learned().degreesOfFreedom;
  }

  /**
   * Weighted sum of the squared residuals divided by the degrees of freedom; null where there are none, or where it is beyond
   * the largest number.
   */
  get residualVariance(): number | null {
    return this.#learned().residualVariance;
  }

  /**
   * Share of the sum of squares of the rows of the fit that the columns explain: around the target's mean, without intercept around 0.
   * Null for a constant target.
   */
  get rSquared(): number | null {
    return this.#learned().rSquared;
  }

  /** Standard errors; null where the rows do not determine one, or where it cannot be computed in double precision. */
  get standardErrors(): LinearStatistic {
    return this.#learned().standardErrors;
  }

  /**
   * Two-sided p-values of Student's t test of each parameter against 0; null where there is no standard error, or it is 0.
   * They hold for independent residuals of a normal distribution and of equal variance.
   */
  get pValues(): LinearStatistic {
    const { degreesOfFreedom } = this.#learned();
    return this.#statistic((value, error) =>
      error > 0 ? twoSidedTPValue(value / error, degreesOfFreedom) : null,
    );
  }

  /**
   * Intervals of Student's t distribution, in the units of the parameters; null where there is no standard error.
   * @param confidence in (0, 1). Default: 0.95
   * @throws {InvalidParameterError} when confidence is not in (0, 1)
   */
  confidenceIntervals(confidence = 0.95): LinearStatistic<Interval> {
    requireConfidence(confidence);
    const { degreesOfFreedom } = this.#learned();
    const width = degreesOfFreedom > 0 ? twoSidedTQuantile(1 - confidence, degreesOfFreedom) : 0;
    return this.#statistic((value, error) => ({
      lower: value - width * error,
      upper: value + width * error,
      confidence,
    }));
  }

  /** Names of the columns it was fitted on. */
  get featureNames(): readonly string[] {
    return this.#learned().featureNames;
  }

  /** The stored form, for `fromJSON`; its schema is `linearRegressionSchema`. */
  toJSON(): StoredLinearRegression {
    return this.#learned();
  }

  #statistic<T>(of: (value: number, error: number) => T | null): LinearStatistic<T> {
    const { coef, intercept, standardErrors } = this.#learned();
    const orNull = (value: number, error: number | null) => (error === null ? null : of(value, error));
    return {
      coef: coef.map((value, j) => orNull(value, standardErrors.coef[j] ?? null)),
      intercept: orNull(intercept, standardErrors.intercept),
    };
  }

  #learned(): StoredLinearRegression {
    if (this.#fitted === undefined) throw new NotFittedError("LinearRegression");
    return this.#fitted;
  }
}
