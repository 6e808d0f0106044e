import { type Cholesky, cholesky, PIVOT_ROUNDING } from "./cholesky.js";

/** A factored Hessian, and whether its diagonal was damped. */
export interface DampedFactor {
  readonly factor: Cholesky;
  readonly damped: boolean;
}

/**
 * Factors of the Hessian: first of the Hessian itself, then with increasing damping (Levenberg–Marquardt), for as long as
 * the caller asks for another. The damping adds a share of each diagonal entry, so that a column of large numbers, whose
 * entry is large, does not shorten the steps of the others.
 * @param matrix symmetric, of order p, by rows
 */
export function* dampedFactors(matrix: Float64Array, p: number): Generator<DampedFactor> {
  const factor = cholesky(matrix, p);
  if (factor !== undefined) yield { factor, damped: false };
  // The first share is twice what `cholesky` takes for rounding; the last doubles the diagonal.
  for (let share = 2 * p * PIVOT_ROUNDING; share <= 1; share *= 100) {
    const raised = matrix.slice();
    for (let j = 0; j < p; j++) {
      const entry = matrix[j * p + j] ?? 0;
      // A column of zeros without a penalty has no second derivative, and any number keeps its coefficient at 0.
      raised[j * p + j] = entry === 0 ? 1 : entry * (1 + share);
    }
    const dampedFactor = cholesky(raised, p);
    if (dampedFactor !== undefined) yield { factor: dampedFactor, damped: true };
  }
}
