import { blockSum } from "./block-sum.js";
import { type LogisticProblem, type LossPoint, parameterCount } from "./logistic-loss.js";

/** Units in the last place that a sum of many terms may be wrong by, in units of the terms' size. */
const ULPS = 16;

/** Root mean square of each column, 1 for the intercept's: how large the terms of a sum over its rows are. */
export function columnSizes(problem: LogisticProblem): Float64Array {
  const { columns, weights, totalWeight, target } = problem;
  return Float64Array.from({ length: parameterCount(problem) }, (_, j) => {
    const column = columns[j];
    if (column === undefined) return 1;
    // In units of the largest, whose square may be beyond all numbers.
    const largest = column.reduce((so, value) => Math.max(so, Math.abs(value)), 0);
    if (largest === 0) return 0;
    const squares = blockSum(target.length, (start, end) => {
      let sum = 0;
      for (let i = start; i < end; i++) sum += (weights?.[i] ?? 1) * ((column[i] ?? 0) / largest) ** 2;
      return sum;
    });
    return largest * Math.sqrt(squares / totalWeight);
  });
}

/** How far rounding can move the loss: its own sum, and the log-odds, which are sums of coefficient · value. */
export function roundingOfLoss({ loss, parameters, residualSize }: LossPoint, sizes: Float64Array): number {
  const logOdds = parameters.reduce((sum, value, j) => sum + Math.abs(value) * (sizes[j] ?? 0), 0);
  return ULPS * Number.EPSILON * (loss + residualSize * logOdds);
}

/**
 * Is each derivative 0, as exactly as asked or as rounding allows?
 *
 * Asked is |gradient| ≤ tol, and for a column of smaller numbers than 1 as much less as they are smaller. Rounding allows
 * no better than its share of the terms that a derivative is the sum of: residual · value, the penalty, and what the
 * rounding of the log-odds makes of the residuals, which the Hessian's diagonal bounds (Cauchy and Schwarz).
 * @param matrix the Hessian at the point or near it
 * @param tol 0 for as exactly as rounding allows
 */
export function isStationary(
  { gradient, parameters, residualSize }: LossPoint,
  sizes: Float64Array,
  matrix: Float64Array,
  l2: number,
  tol: number,
): boolean {
  const p = gradient.length;
  const steepness = Float64Array.from({ length: p }, (_, j) => Math.sqrt(matrix[j * p + j] ?? 0));
  const logOdds = parameters.reduce((sum, value, j) => sum + Math.abs(value) * (steepness[j] ?? 0), 0);
  return gradient.every((derivative, j) => {
    const size = sizes[j] ?? 0;
    const terms = size * residualSize + l2 * Math.abs(parameters[j] ?? 0) + (steepness[j] ?? 0) * logOdds;
    return Math.abs(derivative) <= Math.max(tol * Math.min(1, size), ULPS * Number.EPSILON * terms);
  });
}
