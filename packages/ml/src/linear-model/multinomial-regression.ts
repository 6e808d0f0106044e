import { ShapeError } from "../errors.js";
import { KERNEL_ROWS } from "../kernels/wasm-module.js";
import { BLOCK } from "./block-sum.js";
import { centerColumns } from "./center-columns.js";
import { cholesky } from "./cholesky.js";
import type { MultinomialTarget } from "./class-target.js";
import { type LogisticRows, parameterCount } from "./logistic-loss.js";
import { type MultinomialProblem, multinomialLoss } from "./multinomial-loss.js";
import { type NewtonObjective, newton } from "./newton.js";
import { ProbabilityBlock } from "./probability-block.js";
import { sampleProblem } from "./sample-problem.js";
import { SINGULAR_WARNING } from "./standard-errors.js";
import { columnSizes } from "./stopping-rule.js";

/** The Hessian has the square of this number of entries, 0.5 GB. */
const MOST_PARAMETERS = 8000;

/** Coefficients and intercept of each class, which add up to 0 over the classes. */
export interface MultinomialFit {
  readonly coef: number[][];
  readonly intercept: number[];
  readonly nIter: number;
  readonly converged: boolean;
  readonly warnings: readonly string[];
}

/**
 * The optimum of logistic regression for three classes or more, by Newton's method.
 * @param tol largest |gradient| of the mean loss to stop at, > 0
 * @param maxIter maximum number of Newton steps, ≥ 1
 * @throws {ShapeError} for more coefficients than a Hessian can be made of
 */
export function multinomialRegression(
  { target, counts }: MultinomialTarget,
  rows: LogisticRows,
  tol: number,
  maxIter: number,
): MultinomialFit {
  const k = counts.length;
  const m = parameterCount(rows);
  if ((k - 1) * m > MOST_PARAMETERS) {
    throw new ShapeError(
      `LogisticRegression.fit: ${k} classes of ${m} parameters each are more than Newton's method can solve for. ` +
        `Expected (classes − 1) · parameters ≤ ${MOST_PARAMETERS}: use fewer columns or classes.`,
    );
  }
  // Log-odds against the most frequent class: against a rare one, all would change together, and the Hessian be near singular.
  const reference = counts.indexOf(Math.max(...counts));
  const order = [...counts.keys()].filter((code) => code !== reference).concat(reference);
  const { problem, centers } = centerColumns({
    ...rows,
    k,
    target: target.map((code) => order.indexOf(code)),
  });
  const solution = newton(objectiveOf(problem), tol, maxIter);
  const isSingular = cholesky(solution.point.hessian(), (k - 1) * m) === undefined;
  const parametersOf = order.map((_, c) =>
    c < k - 1 ? solution.parameters.subarray(c * m, (c + 1) * m) : new Float64Array(m),
  );
  const means = Array.from(
    { length: m },
    (_, j) => parametersOf.reduce((sum, each) => sum + (each[j] ?? 0), 0) / k,
  );
  const shifted = parametersOf.map((each) => Array.from(each, (value, j) => value - (means[j] ?? 0)));
  const byClass = counts.map((_, code) => shifted[order.indexOf(code)] ?? []);
  const p = rows.columns.length;
  return {
    coef: byClass.map((each) => each.slice(0, p)),
    intercept: byClass.map((each) =>
      centers.reduce((sum, center, j) => sum - center * (each[j] ?? 0), each[p] ?? 0),
    ),
    nIter: solution.nIter,
    converged: solution.converged,
    warnings: isSingular ? [...solution.warnings, SINGULAR_WARNING] : solution.warnings,
  };
}

function objectiveOf(problem: MultinomialProblem): NewtonObjective {
  const { k, l2, target } = problem;
  const ofOneClass = columnSizes(problem);
  const sizes = new Float64Array((k - 1) * ofOneClass.length);
  for (let c = 0; c < k - 1; c++) sizes.set(ofOneClass, c * ofOneClass.length);
  return {
    evaluate: (parameters) => multinomialLoss(problem, parameters),
    sizes,
    l2,
    // With coefficients of 0, every probability is 1/k.
    lossAtZero: Math.log(k),
    hasCostlyHessian: true,
    sample() {
      const sample = target.length >= KERNEL_ROWS ? sampleProblem(problem, sizes.length) : undefined;
      return sample === undefined || new Set(sample.target).size < k ? undefined : objectiveOf(sample);
    },
    isSeparated: (parameters) => isSeparated(problem, parameters),
  };
}

/** Whether each row's own class is the likeliest, and there is no penalty: the loss then falls as the coefficients grow. */
function isSeparated(problem: MultinomialProblem, parameters: Float64Array): boolean {
  const { k, l2, target } = problem;
  if (l2 > 0) return false;
  const block = new ProbabilityBlock(k);
  for (let start = 0; start < target.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, target.length);
    block.compute(problem, parameters, start, end);
    for (let i = start; i < end; i++) {
      const own = block.probabilities[(target[i] ?? 0) * BLOCK + i - start] ?? 0;
      for (let c = 0; c < k; c++) {
        if (c !== target[i] && !((block.probabilities[c * BLOCK + i - start] ?? 0) < own)) return false;
      }
    }
  }
  return true;
}
