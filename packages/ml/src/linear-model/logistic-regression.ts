import { type Column, finiteColumns, materialize, type Table } from "../columns.js";
import { InvalidParameterError, NotFittedError } from "../errors.js";
import { requireColumns } from "../require-columns.js";
import { parseStored } from "../stored-model.js";
import { type BinaryClasses, type BinaryTarget, binaryTarget } from "./binary-target.js";
import { centerColumns, uncenterParameters } from "./center-columns.js";
import { logisticProblem } from "./logistic-problem.js";
import {
  type CompleteOptions,
  completeOptions,
  type LogisticRegressionOptions,
} from "./logistic-regression-options.js";
import { logisticRegressionSchema, type StoredLogisticRegression } from "./logistic-regression-schema.js";
import { newtonCholesky, type Solution } from "./newton-cholesky.js";
import { predictLogOdds, predictProbabilities } from "./predict-rows.js";
import { SINGULAR_WARNING, type StandardErrors, standardErrors } from "./standard-errors.js";

/**
 * Logistic regression for two classes: P(positive class) = 1 / (1 + exp(−(coef · x + intercept))), with an L2 penalty.
 *
 * @example
 * const model = new LogisticRegression({ C: 1 }).fit(xTrain, yTrain);
 * const yPred = model.predict(xTest);
 *
 * @see scikit-learn, linear_model.LogisticRegression with solver="newton-cholesky"
 */
export class LogisticRegression {
  readonly #options: CompleteOptions;
  #fitted: StoredLogisticRegression | undefined;

  /** @throws {InvalidParameterError} when C, tol, maxIter or solver is out of range */
  constructor(options: LogisticRegressionOptions = {}) {
    this.#options = completeOptions(options);
  }

  /**
   * A model from its stored form.
   * @throws {InvalidModelError} when `json` does not have the form of `toJSON`
   */
  static fromJSON(json: unknown): LogisticRegression {
    const stored = parseStored("LogisticRegression", logisticRegressionSchema, json);
    const { C, fitIntercept, solver } = stored;
    const model = new LogisticRegression({ C: C ?? Number.POSITIVE_INFINITY, fitIntercept, solver });
    model.#fitted = stored;
    return model;
  }

  /**
   * Fits the coefficients by Newton's method. A fit that does not converge warns, and does not throw.
   * @param x n ≥ 2 rows of finite numbers; scale them first, or the penalty weighs the columns unequally
   * @param y n labels of two classes, numbers or texts; the greater label is the positive class
   * @throws {NotFiniteError} naming column and row of the first NaN or infinity
   * @throws {OneClassError} when y holds one class only
   * @throws {ShapeError} when x and y have different lengths
   * @throws {InvalidParameterError} for more than two classes, or the solver "gradient-descent"
   */
  fit(x: Table, y: Column): this {
    if (this.#options.solver !== "newton-cholesky") {
      throw new InvalidParameterError(
        "solver",
        JSON.stringify(this.#options.solver),
        '"newton-cholesky" for fit(); this solver is loaded on demand, so use `await model.fitAsync(x, y)`',
      );
    }
    const data = binaryTarget(x, y);
    const { problem, centers } = centerColumns(logisticProblem(data, this.#options));
    const solution = newtonCholesky(problem, this.#options.tol, this.#options.maxIter);
    const errors = standardErrors(problem, centers, solution.point);
    const warnings = errors === null ? [...solution.warnings, SINGULAR_WARNING] : solution.warnings;
    const parameters = uncenterParameters(centers, solution.parameters);
    return this.#learn(data, { ...solution, parameters, warnings }, errors);
  }

  /**
   * Like `fit`, with any solver.
   * @throws as `fit` does
   */
  async fitAsync(x: Table, y: Column): Promise<this> {
    if (this.#options.solver === "newton-cholesky") return this.fit(x, y);
    const data = binaryTarget(x, y);
    const { gradientDescent } = await import("./gradient-descent.js");
    const { tol, gradientDescent: steps } = this.#options;
    const solution = await gradientDescent(finiteColumns(data.table), data.target, tol, steps);
    return this.#learn(data, solution, null);
  }

  /**
   * Log-odds of the positive class for each row: n numbers.
   * @param x finite numbers, with the columns of `fit` in the same order
   * @throws {NotFittedError} before `fit`
   * @throws {ColumnMismatchError} naming missing and surplus columns
   * @throws {NotFiniteError} naming column and row of the first NaN or infinity
   */
  decisionFunction(x: Table): Float64Array {
    return this.#predict(x, predictLogOdds);
  }

  /**
   * Probabilities from 0 to 1: one array of n numbers for each of `classes`.
   * @throws as `decisionFunction` does
   */
  predictProba(x: Table): [Float64Array, Float64Array] {
    return this.#predict(x, predictProbabilities);
  }

  /**
   * The more likely class of each row, the negative one at even odds: numbers or texts as in the `y` of `fit`.
   * @throws as `decisionFunction` does
   */
  predict(x: Table): Column {
    const [negative, positive] = this.classes;
    const logOdds = this.decisionFunction(x);
    if (typeof negative !== "number" || typeof positive !== "number") {
      return Array.from(logOdds, (value) => String(value > 0 ? positive : negative));
    }
    for (let i = 0; i < logOdds.length; i++) logOdds[i] = (logOdds[i] ?? 0) > 0 ? positive : negative;
    return logOdds;
  }

  /** The negative class, then the positive one. */
  get classes(): Readonly<BinaryClasses> {
    return this.#learned().classes;
  }

  /** Names of the columns it was fitted on. */
  get featureNames(): readonly string[] {
    return this.#learned().featureNames;
  }

  /** Change of the log-odds for one unit of each column. */
  get coef(): readonly number[] {
    return this.#learned().coef;
  }

  /** Log-odds of a row of zeros. */
  get intercept(): number {
    return this.#learned().intercept;
  }

  /** Standard errors of `coef` and `intercept`; null when not defined (singular Hessian, or gradient descent). */
  get standardErrors(): StandardErrors | null {
    return this.#learned().standardErrors;
  }

  /** Number of steps taken; from 10,000 rows on, those on a sample of the rows included. */
  get nIter(): number {
    return this.#learned().nIter;
  }

  /** Whether the optimum was reached, to `tol` or as exactly as rounding allows. */
  get converged(): boolean {
    return this.#learned().converged;
  }

  /** Warnings of the fit. */
  get warnings(): readonly string[] {
    return this.#learned().warnings;
  }

  /** The stored form, for `fromJSON`; its schema is `logisticRegressionSchema`. */
  toJSON(): StoredLogisticRegression {
    return this.#learned();
  }

  #predict<Result>(
    x: Table,
    predictRows: (
      columns: readonly Float64Array[],
      n: number,
      coef: readonly number[],
      intercept: number,
    ) => Result,
  ): Result {
    const { featureNames, coef, intercept } = this.#learned();
    const table = materialize(x);
    requireColumns("LogisticRegression", featureNames, table);
    return predictRows(finiteColumns(table), table.numRows(), coef, intercept);
  }

  #learned(): StoredLogisticRegression {
    if (this.#fitted === undefined) throw new NotFittedError("LogisticRegression");
    return this.#fitted;
  }

  #learn(
    { table, classes }: BinaryTarget,
    { parameters, nIter, converged, warnings }: Solution,
    errors: StandardErrors | null,
  ): this {
    const { C, solver, onWarning } = this.#options;
    const nFeatures = table.numCols();
    this.#fitted = {
      formatVersion: 1,
      estimator: "LogisticRegression",
      solver,
      C: Number.isFinite(C) ? C : null,
      fitIntercept: parameters.length > nFeatures,
      featureNames: table.columnNames(),
      classes,
      coef: Array.from(parameters.subarray(0, nFeatures)),
      intercept: parameters[nFeatures] ?? 0,
      standardErrors: errors,
      nIter,
      converged,
      warnings: [...warnings],
    };
    for (const warning of warnings) onWarning?.(warning);
    return this;
  }
}
