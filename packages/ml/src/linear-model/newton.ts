import { type Cholesky, cholesky } from "./cholesky.js";
import { dampedFactors } from "./damped-factors.js";
import type { LossPoint } from "./logistic-loss.js";
import type { LossFunction } from "./loss-function.js";
import { type NewtonStart, newtonStart, steepness } from "./newton-start.js";
import { SEPARATION_WARNING } from "./separation.js";
import { isStationary, roundingOfLoss } from "./stopping-rule.js";

/** A penalised log loss to minimise, of two classes or of more. */
export interface NewtonObjective {
  readonly evaluate: LossFunction;
  /** Size of the values that each parameter is multiplied by, as returned by `columnSizes`. */
  readonly sizes: Float64Array;
  /** λ of the penalty λ/2 · Σ coef². */
  readonly l2: number;
  /** The loss where all parameters are 0. */
  readonly lossAtZero: number;
  /** Whether a Hessian takes much longer than the loss, so that a start by steps with the sample's saves time. */
  readonly hasCostlyHessian: boolean;
  /** The same objective for a sample of the rows; undefined where that would be no small part of them. */
  sample(): NewtonObjective | undefined;
  /** Whether these parameters separate the classes, and there is no penalty. */
  isSeparated(parameters: Float64Array): boolean;
}

/** The result of a solver. */
export interface Solution {
  /** The coefficients, then the intercept when there is one. */
  readonly parameters: Float64Array;
  readonly nIter: number;
  readonly converged: boolean;
  /** What a user should know before trusting the result. */
  readonly warnings: readonly string[];
}

/** Armijo's constant, 2⁻¹¹, and the number of halvings, as scikit-learn has them. */
const SUFFICIENT_DECREASE = 2 ** -11;
const LINE_SEARCH_STEPS = 21;

/** The number of halvings where the loss resolves no improvement: a step shorter than this does not flatten the gradient either. */
const LINE_SEARCH_STEPS_IN_ROUNDING = 3;

/** A sample's optimum is off by more than this anyway; a sample that needs more steps is not worth its start. */
const TOL_OF_SAMPLE = 1e-3;
const MAX_ITER_OF_SAMPLE = 20;

/** A solution with the loss there. */
export interface NewtonSolution extends Solution {
  readonly point: LossPoint;
}

/** A Newton step that was taken. */
interface Move {
  readonly to: LossPoint;
  readonly step: Float64Array;
  readonly damped: boolean;
}

/**
 * Newton's method with a backtracking line search. It stops when the gradient is 0 (`isStationary`) and half the squared
 * Newton decrement of the last step is ≤ 4 · tol · the mean curvature. That is scikit-learn's rule as long as the
 * probabilities are near 1/2. Where they approach 0 and 1, loss and decrement shrink with the curvature: this rule keeps
 * the log-odds as exact there.
 * @param tol largest |gradient| of the mean loss to stop at, > 0
 * @param maxIter maximum number of Newton steps, ≥ 1
 * @see scikit-learn, linear_model._glm._newton_solver.NewtonCholeskySolver
 */
export function newton(objective: NewtonObjective, tol: number, maxIter: number): NewtonSolution {
  const { evaluate, sizes, l2 } = objective;
  const start = maxIter >= 2 * MAX_ITER_OF_SAMPLE ? startOf(objective, tol) : undefined;
  let point = start?.point ?? evaluate(new Float64Array(sizes.length));
  if (start !== undefined && isOptimal(objective, point, tol)) {
    return finish(objective, point, start.nIter, true, tol, "");
  }
  for (let nIter = (start?.nIter ?? 0) + 1; nIter <= maxIter; nIter++) {
    const matrix = point.hessian();
    const move = improve(objective, point, matrix);
    if (move === undefined) {
      const converged = isStationary(point, sizes, matrix, l2, tol);
      return finish(objective, point, nIter, converged, tol, "no step along Newton's direction improves it");
    }
    point = move.to;
    // A damped step is shorter than Newton's and says little about the distance to the optimum: the gradient alone decides.
    const requiredTol = move.damped ? 0 : tol;
    if (!isStationary(point, sizes, matrix, l2, requiredTol)) continue;
    if (isShort(quadraticForm(matrix, move.step) / 2, point, sizes, tol)) {
      return finish(objective, point, nIter, true, tol, "");
    }
    if (objective.isSeparated(point.parameters)) return finish(objective, point, nIter, false, tol, "");
  }
  return finish(objective, point, maxIter, false, tol, "raise maxIter, scale the columns or lower C");
}

/** A start from a sample of the rows of a large table, where the sample has an optimum. */
function startOf(objective: NewtonObjective, tol: number): NewtonStart | undefined {
  const sample = objective.sample();
  if (sample === undefined) return undefined;
  const solution = newton(sample, Math.max(tol, TOL_OF_SAMPLE), MAX_ITER_OF_SAMPLE - 1);
  if (!solution.converged) return undefined;
  return newtonStart(objective, solution, ({ gradient }, share) =>
    gradient.every((value, j) => share * Math.abs(value) <= tol * Math.min(1, objective.sizes[j] ?? 0)),
  );
}

/** Whether a point that no Newton step has led to is the optimum: the next would be as short as the last must be. */
function isOptimal({ sizes, l2 }: NewtonObjective, point: LossPoint, tol: number): boolean {
  const matrix = point.hessian();
  const factor = cholesky(matrix, sizes.length);
  if (factor === undefined || !isStationary(point, sizes, matrix, l2, tol)) return false;
  return isShort(steepness(point, factor) / 2, point, sizes, tol);
}

function isShort(decrement: number, point: LossPoint, sizes: Float64Array, tol: number): boolean {
  return decrement <= Math.max(4 * tol * point.meanCurvature, roundingOfLoss(point, sizes));
}

function finish(
  objective: NewtonObjective,
  point: LossPoint,
  nIter: number,
  converged: boolean,
  tol: number,
  hint: string,
): NewtonSolution {
  const { parameters } = point;
  if (objective.isSeparated(parameters)) {
    return { point, parameters, nIter, converged: false, warnings: [SEPARATION_WARNING] };
  }
  const warnings = converged ? [] : [notConverged(nIter, point, tol, hint)];
  return { point, parameters, nIter, converged, warnings };
}

/** The first step that improves the loss: Newton's, else a damped one. Undefined at the optimum, up to rounding. */
function improve(
  { evaluate, sizes, l2 }: NewtonObjective,
  point: LossPoint,
  matrix: Float64Array,
): Move | undefined {
  const downhill = point.gradient.map((value) => -value);
  for (const { factor, damped } of dampedFactors(matrix, downhill.length)) {
    const step = factor.solve(downhill);
    const to = lineSearch(evaluate, sizes, point, step, factor);
    if (to !== undefined) return { to, step, damped };
    if (isStationary(point, sizes, matrix, l2, 0)) return undefined;
  }
  return undefined;
}

function lineSearch(
  evaluate: LossFunction,
  sizes: Float64Array,
  from: LossPoint,
  step: Float64Array,
  factor: Cholesky,
): LossPoint | undefined {
  const slope = innerProduct(from.gradient, step);
  const rounding = roundingOfLoss(from, sizes);
  const attempts = -slope > rounding ? LINE_SEARCH_STEPS : LINE_SEARCH_STEPS_IN_ROUNDING;
  for (let i = 0, t = 1; i < attempts; i++, t /= 2) {
    const to = evaluate(from.parameters.map((value, j) => value + t * (step[j] ?? 0)));
    const change = to.loss - from.loss;
    if (change <= t * SUFFICIENT_DECREASE * slope) return to;
    // Near the optimum the loss no longer resolves an improvement, but the gradient still does.
    if (Math.abs(change) <= rounding && steepness(to, factor) < -slope) return to;
  }
  return undefined;
}

function notConverged(nIter: number, { gradient }: LossPoint, tol: number, hint: string): string {
  const largest = gradient.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  return (
    `LogisticRegression did not converge in ${nIter} iteration(s): max |gradient| is ` +
    `${largest.toExponential(1)}, tol is ${tol}: ${hint}.`
  );
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
