import { type Cholesky, cholesky } from "./cholesky.js";
import {
  hessian,
  type LogisticProblem,
  linearPredictor,
  lossAndGradient,
  parameterCount,
} from "./logistic-loss.js";

/** Where a solver ended. */
export interface Solution {
  /** The coefficients, then the intercept when there is one. */
  readonly parameters: Float64Array;
  readonly nIter: number;
  readonly converged: boolean;
  /** What a person should know before trusting the result. */
  readonly warnings: readonly string[];
}

/** Armijo's constant, 2⁻¹¹, and the number of halvings, as scikit-learn has them. */
const SUFFICIENT_DECREASE = 2 ** -11;
const LINE_SEARCH_STEPS = 21;

interface Point {
  readonly parameters: Float64Array;
  readonly predictor: Float64Array;
  readonly loss: number;
  readonly gradient: Float64Array;
}

/**
 * Newton's method with a backtracking line search. It ends when max |gradient| ≤ tol and half the squared Newton
 * decrement ≤ tol.
 * @param tol of the gradient of the mean loss
 * @param maxIter Newton steps at most, ≥ 1
 * @see scikit-learn, linear_model._glm._newton_solver.NewtonCholeskySolver
 */
export function newtonCholesky(problem: LogisticProblem, tol: number, maxIter: number): Solution {
  const warnings: string[] = [];
  let point = evaluate(problem, new Float64Array(parameterCount(problem)));
  for (let nIter = 1; nIter <= maxIter; nIter++) {
    const matrix = hessian(problem, point.predictor);
    const { factor, damped } = factorOrDamp(matrix, point.gradient.length);
    if (damped && warnings.length === 0) warnings.push(singularWarning(nIter));
    const step = factor?.solve(point.gradient.map((value) => -value));
    const next = step && lineSearch(problem, point, step);
    if (step === undefined || next === undefined) {
      const converged = maxAbs(point.gradient) <= tol;
      if (!converged)
        warnings.push(notConverged(nIter, point, tol, "no step along Newton's direction improves it"));
      return { parameters: point.parameters, nIter, converged, warnings };
    }
    point = next;
    if (maxAbs(point.gradient) <= tol && quadraticForm(matrix, step) / 2 <= tol) {
      return { parameters: point.parameters, nIter, converged: true, warnings };
    }
  }
  warnings.push(notConverged(maxIter, point, tol, "raise maxIter, scale the columns or lower C"));
  return { parameters: point.parameters, nIter: maxIter, converged: false, warnings };
}

function evaluate(problem: LogisticProblem, parameters: Float64Array): Point {
  const predictor = linearPredictor(problem.columns, problem.target.length, parameters);
  return { parameters, predictor, ...lossAndGradient(problem, parameters, predictor) };
}

/** A singular Hessian gets just enough added to its diagonal (Levenberg's damping) for a descent direction. */
function factorOrDamp(matrix: Float64Array, p: number): { factor: Cholesky | undefined; damped: boolean } {
  const factor = cholesky(matrix, p);
  if (factor !== undefined) return { factor, damped: false };
  let largest = 0;
  for (let j = 0; j < p; j++) largest = Math.max(largest, matrix[j * p + j] ?? 0);
  // From the smallest normal number on, because every second derivative may have vanished.
  for (let ridge = Math.max(largest * 1e-10, 2 ** -1022); Number.isFinite(ridge); ridge *= 100) {
    const damped = matrix.slice();
    for (let j = 0; j < p; j++) damped[j * p + j] = (damped[j * p + j] ?? 0) + ridge;
    const dampedFactor = cholesky(damped, p);
    if (dampedFactor !== undefined) return { factor: dampedFactor, damped: true };
  }
  return { factor: undefined, damped: true };
}

function lineSearch(problem: LogisticProblem, from: Point, step: Float64Array): Point | undefined {
  const slope = innerProduct(from.gradient, step);
  const roundingOfLoss = Math.abs(from.loss) * 16 * Number.EPSILON;
  for (let i = 0, t = 1; i < LINE_SEARCH_STEPS; i++, t /= 2) {
    const to = evaluate(
      problem,
      from.parameters.map((value, j) => value + t * (step[j] ?? 0)),
    );
    const change = to.loss - from.loss;
    if (change <= t * SUFFICIENT_DECREASE * slope) return to;
    // Near the optimum the loss no longer resolves an improvement, but the gradient still does.
    if (Math.abs(change) <= roundingOfLoss && sumAbs(to.gradient) < sumAbs(from.gradient)) return to;
  }
  return undefined;
}

function singularWarning(nIter: number): string {
  return (
    `The Hessian was singular at iteration ${nIter}: columns are collinear or the classes separable, ` +
    "so the coefficients are not unique. Drop such columns or lower C."
  );
}

function notConverged(nIter: number, point: Point, tol: number, hint: string): string {
  return (
    `LogisticRegression did not converge in ${nIter} iteration(s): max |gradient| is ` +
    `${maxAbs(point.gradient).toExponential(1)}, tol is ${tol}: ${hint}.`
  );
}

function maxAbs(vector: Float64Array): number {
  return vector.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

function sumAbs(vector: Float64Array): number {
  return vector.reduce((sum, value) => sum + Math.abs(value), 0);
}

function innerProduct(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, j) => sum + value * (b[j] ?? 0), 0);
}

function quadraticForm(matrix: Float64Array, vector: Float64Array): number {
  const p = vector.length;
  let sum = 0;
  for (let i = 0; i < p; i++) {
    sum += (vector[i] ?? 0) * innerProduct(matrix.subarray(i * p, (i + 1) * p), vector);
  }
  return sum;
}
