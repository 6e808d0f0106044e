import { cholesky } from "./cholesky.js";
import { hessian, type LogisticProblem, linearPredictor, parameterCount } from "./logistic-loss.js";

/** Standard errors of the parameters, in the parameters' units. */
export interface StandardErrors {
  readonly coef: number[];
  /** 0 for a model without intercept. */
  readonly intercept: number;
}

/**
 * Square roots of the diagonal of the inverse Hessian of the penalised log-likelihood at the optimum: Wald's standard
 * errors without a penalty, slightly smaller ones with it. 95 % interval of an odds ratio: exp(coef ± 1.96 · error).
 * @returns null when the Hessian is singular
 */
export function standardErrors(problem: LogisticProblem, parameters: Float64Array): StandardErrors | null {
  const predictor = linearPredictor(problem.columns, problem.target.length, parameters);
  const variances = cholesky(hessian(problem, predictor), parameterCount(problem))?.inverseDiagonal();
  if (variances === undefined) return null;
  const errors = Array.from(variances, (variance) => Math.sqrt(variance / problem.totalWeight));
  if (!errors.every(Number.isFinite)) return null;
  return { coef: errors.slice(0, problem.columns.length), intercept: errors[problem.columns.length] ?? 0 };
}
