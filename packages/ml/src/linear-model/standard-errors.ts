import { cholesky } from "./cholesky.js";
import { type LogisticProblem, type LossPoint, parameterCount } from "./logistic-loss.js";

/** Standard errors of the parameters, in the parameters' units. */
export interface StandardErrors {
  readonly coef: number[];
  /** 0 for a model without intercept. */
  readonly intercept: number;
}

/** The warning of a fit without standard errors. */
export const SINGULAR_WARNING =
  "The Hessian is singular at the solution: columns are collinear or the classes separable, so the coefficients are " +
  "not unique. Drop such columns or lower C.";

/**
 * Square roots of the diagonal of the inverse Hessian of the penalised log-likelihood at the optimum: Wald's standard
 * errors without a penalty, slightly smaller ones with it. 95 % interval of an odds ratio: exp(coef ± 1.96 · error).
 * @param centers the value subtracted from each of the problem's columns; the intercept's error is that of the original columns
 * @param optimum the loss at the solution
 * @returns null when the Hessian is singular
 */
export function standardErrors(
  problem: LogisticProblem,
  centers: Float64Array,
  optimum: LossPoint,
): StandardErrors | null {
  const factor = cholesky(optimum.hessian(), parameterCount(problem));
  if (factor === undefined) return null;
  const variances = factor.inverseDiagonal();
  if (problem.fitIntercept && centers.some((center) => center !== 0)) {
    // The intercept of the original columns is the sum of the parameters with these weights.
    const weights = Float64Array.of(...centers.map((center) => -center), 1);
    variances[centers.length] = factor
      .solve(weights)
      .reduce((sum, value, j) => sum + value * (weights[j] ?? 0), 0);
  }
  const errors = Array.from(variances, (variance) => Math.sqrt(variance / problem.totalWeight));
  if (!errors.every(Number.isFinite)) return null;
  return { coef: errors.slice(0, problem.columns.length), intercept: errors[problem.columns.length] ?? 0 };
}
