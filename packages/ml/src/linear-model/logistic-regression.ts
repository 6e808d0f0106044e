import { type Column, finiteColumns, materialize, type Table } from "../columns.js";
import { InvalidParameterError, NotFittedError } from "../errors.js";
import type { Classifier, FitOptions } from "../estimator.js";
import { type Classes, decodeLabels } from "../labels.js";
import { requireColumns } from "../require-columns.js";
import { parseStored } from "../stored-model.js";
import { centerColumns, uncenterParameters } from "./center-columns.js";
import { type BinaryTarget, classTarget, type MultinomialTarget } from "./class-target.js";
import { weightedRows } from "./logistic-problem.js";
import {
  type CompleteOptions,
  completeOptions,
  type LogisticRegressionOptions,
} from "./logistic-regression-options.js";
import { logisticRegressionSchema, type StoredLogisticRegression } from "./logistic-regression-schema.js";
import { type MultinomialFit, multinomialRegression } from "./multinomial-regression.js";
import type { Solution } from "./newton.js";
import { newtonCholesky } from "./newton-cholesky.js";
import { likeliestClasses, predictClassLogits, probabilitiesInPlace } from "./predict-classes.js";
import { predictProbabilities, predictRows } from "./predict-rows.js";
import { SINGULAR_WARNING, type StandardErrors, standardErrors } from "./standard-errors.js";

/** One for each class; of two classes, one for the positive class. */
type PerClass<T> = readonly [T, ...T[]];

/**
 * Logistic regression with an L2 penalty. Two classes: P(positive class) = 1 / (1 + exp(−(coef · x + intercept))). More: the
 * probability of a class is proportional to exp(coef · x + intercept) with its own coef and intercept, which add up to 0 over the classes.
 *
 * @example
 * const model = new LogisticRegression({ C: 1 }).fit(xTrain, yTrain);
 * const yPred = model.predict(xTest);
 *
 * @see scikit-learn, linear_model.LogisticRegression with solver="newton-cholesky"
 */
export class LogisticRegression implements Classifier {
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
   * @param y n labels of two classes or more, numbers or texts; of two, the greater label is the positive class
   * @throws {NotFiniteError} naming column and row of the first NaN or infinity
   * @throws {OneClassError} when y holds one class only
   * @throws {ShapeError} when x, y and the weights have different lengths, or for more than 8,000 coefficients of several classes
   * @throws {InvalidParameterError} for a negative weight, a class without weight, or the solver "gradient-descent"
   */
  fit(x: Table, y: Column, { sampleWeight }: FitOptions = {}): this {
    if (this.#options.solver !== "newton-cholesky") {
      throw new InvalidParameterError(
        "solver",
        JSON.stringify(this.#options.solver),
        '"newton-cholesky" for fit(); this solver is loaded on demand, so use `await model.fitAsync(x, y)`',
      );
    }
    const data = classTarget(x, y);
    const rows = weightedRows(data, this.#options, sampleWeight);
    const { tol, maxIter } = this.#options;
    if (data.kind === "multinomial") {
      return this.#learnMultinomial(data, multinomialRegression(data, rows, tol, maxIter));
    }
    const { problem, centers } = centerColumns({ ...rows, target: data.target });
    const solution = newtonCholesky(problem, tol, maxIter);
    const errors = standardErrors(problem, centers, solution.point);
    const warnings = errors === null ? [...solution.warnings, SINGULAR_WARNING] : solution.warnings;
    const parameters = uncenterParameters(centers, solution.parameters);
    return this.#learn(data, { ...solution, parameters, warnings }, errors);
  }

  /**
   * Like `fit`, with any solver. "gradient-descent" takes two classes and no weights.
   * @throws as `fit` does
   */
  async fitAsync(x: Table, y: Column, options: FitOptions = {}): Promise<this> {
    if (this.#options.solver === "newton-cholesky") return this.fit(x, y, options);
    const data = classTarget(x, y);
    if (data.kind === "multinomial") {
      throw new InvalidParameterError(
        "y",
        `${data.classes.length} classes`,
        'two, with the solver "gradient-descent"',
      );
    }
    if (options.sampleWeight !== undefined) {
      throw new InvalidParameterError("sampleWeight", "weights", 'none, with the solver "gradient-descent"');
    }
    const { gradientDescent } = await import("./gradient-descent.js");
    const { tol, gradientDescent: steps } = this.#options;
    const solution = await gradientDescent(finiteColumns(data.table), data.target, tol, steps);
    return this.#learn(data, solution, null);
  }

  /**
   * coef · x + intercept for each row, one array of n numbers for each row of `coef`: of two classes the log-odds of the positive class.
   * @param x finite numbers, with the columns of `fit` in the same order
   * @throws {NotFittedError} before `fit`
   * @throws {ColumnMismatchError} naming missing and surplus columns
   * @throws {NotFiniteError} naming column and row of the first NaN or infinity
   */
  decisionFunction(x: Table): PerClass<Float64Array> {
    const stored = this.#learned();
    const { columns, n } = this.#read(x);
    return stored.multiClass === undefined
      ? [predictRows(columns, n, stored.coef, stored.intercept)]
      : perClass(predictClassLogits(columns, n, stored.coef, stored.intercept));
  }

  /**
   * Probabilities from 0 to 1: one array of n numbers for each of `classes`.
   * @throws as `decisionFunction` does
   */
  predictProba(x: Table): readonly [Float64Array, Float64Array, ...Float64Array[]] {
    const stored = this.#learned();
    if (stored.multiClass === undefined) {
      const { columns, n } = this.#read(x);
      return predictProbabilities(columns, n, stored.coef, stored.intercept);
    }
    const logits = this.decisionFunction(x);
    probabilitiesInPlace(logits);
    const [first, second = first, ...others] = logits;
    return [first, second, ...others];
  }

  /**
   * The likeliest class of each row, the first of equally likely ones: numbers or texts as in the `y` of `fit`.
   * @throws as `decisionFunction` does
   */
  predict(x: Table): Column {
    const { classes, multiClass } = this.#learned();
    const logits = this.decisionFunction(x);
    if (multiClass !== undefined) return decodeLabels(likeliestClasses(logits), classes);
    const [negative, positive] = classes;
    const [logOdds] = logits;
    if (typeof negative !== "number" || typeof positive !== "number") {
      return Array.from(logOdds, (value) => String(value > 0 ? positive : negative));
    }
    for (let i = 0; i < logOdds.length; i++) logOdds[i] = (logOdds[i] ?? 0) > 0 ? positive : negative;
    return logOdds;
  }

  /** The classes, ascending: of two, the negative one, then the positive one. */
  get classes(): Classes {
    return this.#learned().classes;
  }

  /** Names of the columns it was fitted on. */
  get featureNames(): readonly string[] {
    return this.#learned().featureNames;
  }

  /** Change of the logits for one unit of each column: one row of p numbers for each class, of two classes one for the positive class. */
  get coef(): PerClass<readonly number[]> {
    const stored = this.#learned();
    return stored.multiClass === undefined ? [stored.coef] : perClass(stored.coef);
  }

  /** Logits of a row of zeros, one for each row of `coef`. */
  get intercept(): PerClass<number> {
    const stored = this.#learned();
    return stored.multiClass === undefined ? [stored.intercept] : perClass(stored.intercept);
  }

  /**
   * Standard errors of `coef` and `intercept` of two classes; null when not defined (singular Hessian, gradient descent, or
   * more than two classes).
   */
  get standardErrors(): StandardErrors | null {
    const stored = this.#learned();
    return stored.multiClass === undefined ? stored.standardErrors : null;
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

  #read(x: Table): { readonly columns: readonly Float64Array[]; readonly n: number } {
    const table = materialize(x);
    requireColumns("LogisticRegression", this.#learned().featureNames, table);
    return { columns: finiteColumns(table), n: table.numRows() };
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

  #learnMultinomial({ table, classes }: MultinomialTarget, fit: MultinomialFit): this {
    const { C, fitIntercept, solver, onWarning } = this.#options;
    this.#fitted = {
      formatVersion: 1,
      estimator: "LogisticRegression",
      solver,
      C: Number.isFinite(C) ? C : null,
      fitIntercept,
      featureNames: table.columnNames(),
      multiClass: "multinomial",
      classes,
      coef: fit.coef,
      intercept: fit.intercept,
      nIter: fit.nIter,
      converged: fit.converged,
      warnings: [...fit.warnings],
    };
    for (const warning of fit.warnings) onWarning?.(warning);
    return this;
  }
}

/** The same array: there is at least one class. */
function perClass<T>(values: readonly T[]): PerClass<T> {
  const [first, ...others] = values;
  if (first === undefined) throw new NotFittedError("LogisticRegression");
  return [first, ...others];
}
