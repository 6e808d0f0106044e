import { KERNEL_ROWS } from "../kernels/wasm-module.js";
import { HESSIAN_AT_ONCE } from "./kernel-loss.js";
import type { LogisticProblem } from "./logistic-loss.js";
import { lossFunction } from "./loss-function.js";
import { type NewtonObjective, type NewtonSolution, newton } from "./newton.js";
import { sampleProblem } from "./sample-problem.js";
import { isSeparated } from "./separation.js";
import { columnSizes } from "./stopping-rule.js";

/**
 * The optimum of logistic regression for two classes, by Newton's method.
 * @param tol largest |gradient| of the mean loss to stop at, > 0
 * @param maxIter maximum number of Newton steps, ≥ 1
 */
export function newtonCholesky(problem: LogisticProblem, tol: number, maxIter: number): NewtonSolution {
  return newton(objectiveOf(problem), tol, maxIter);
}

function objectiveOf(problem: LogisticProblem): NewtonObjective {
  return {
    evaluate: lossFunction(problem),
    sizes: columnSizes(problem),
    l2: problem.l2,
    // With coefficients of 0, every probability is 1/2.
    lossAtZero: Math.LN2,
    hasCostlyHessian: problem.columns.length > HESSIAN_AT_ONCE,
    sample() {
      const sample = problem.target.length >= KERNEL_ROWS ? sampleProblem(problem) : undefined;
      return sample && objectiveOf(sample);
    },
    isSeparated: (parameters) => isSeparated(problem, parameters),
  };
}
