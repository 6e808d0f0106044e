import { type LogisticProblem, linearPredictor } from "./logistic-loss.js";

/** The warning of a fit where `isSeparated`. */
export const SEPARATION_WARNING =
  "The columns separate the classes perfectly, and there is no penalty: the coefficients have no finite optimum " +
  "and depend on tol. Choose a finite C.";

/**
 * Whether the plane of these parameters separates the classes, and there is no penalty. Then there are no best coefficients:
 * the loss keeps falling as they grow.
 * @param parameters p coefficients, and the intercept if there is one
 */
export function isSeparated({ l2, columns, target }: LogisticProblem, parameters: Float64Array): boolean {
  if (l2 > 0) return false;
  const predictor = linearPredictor(columns, target.length, parameters);
  return target.every((y, i) => (y === 1 ? 1 : -1) * (predictor[i] ?? 0) > 0);
}
