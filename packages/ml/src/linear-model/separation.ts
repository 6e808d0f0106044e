import { type LogisticProblem, linearPredictor } from "./logistic-loss.js";

/** What a person should know where `isSeparated`. */
export const SEPARATION_WARNING =
  "The columns separate the classes perfectly, and there is no penalty: the coefficients have no finite optimum " +
  "and depend on tol. Choose a finite C.";

/**
 * Without a penalty, classes that a plane separates have no best coefficients: the loss falls for ever as they grow.
 * @returns whether the plane of these parameters shows that this is the case
 */
export function isSeparated({ l2, columns, target }: LogisticProblem, parameters: Float64Array): boolean {
  if (l2 > 0) return false;
  const predictor = linearPredictor(columns, target.length, parameters);
  return target.every((y, i) => (y === 1 ? 1 : -1) * (predictor[i] ?? 0) > 0);
}
