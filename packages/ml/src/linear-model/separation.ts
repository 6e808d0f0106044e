import { type LogisticProblem, linearPredictor } from "./logistic-loss.js";

/**
 * Without a penalty, classes that a plane separates have no best coefficients: the loss falls for ever as they grow.
 * @returns a warning when that is the case, else nothing
 */
export function separationWarnings(problem: LogisticProblem, parameters: Float64Array): string[] {
  if (problem.l2 > 0) return [];
  const predictor = linearPredictor(problem.columns, problem.target.length, parameters);
  const separated = problem.target.every((y, i) => (y === 1 ? 1 : -1) * (predictor[i] ?? 0) > 0);
  if (!separated) return [];
  return [
    "The columns separate the classes perfectly, and there is no penalty: the coefficients have no finite optimum " +
      "and depend on tol. Choose a finite C.",
  ];
}
