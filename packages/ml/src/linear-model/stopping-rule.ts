import { columnMoments } from "../kernels/column-moments.js";
import { blockSum } from "./block-sum.js";
import { type LogisticRows, type LossPoint, parameterCount } from "./logistic-loss.js";

/** Rounding error of a sum of many terms: this many machine epsilons times the terms' size. */
const ULPS = 16;

/**
 * Root mean square of each column, 1 for the intercept: the size of the terms of a sum over its rows.
 * @returns `parameterCount` numbers ≥ 0
 */
export function columnSizes(problem: LogisticRows): Float64Array {
  const { columns, moments, weights, totalWeight } = problem;
  return Float64Array.from({ length: parameterCount(problem) }, (_, j) => {
    const column = columns[j];
    if (column === undefined) return 1;
    const known = moments?.[j] ?? columnMoments(column, weights);
    if (known !== undefined) return Math.sqrt(known.weightedSquares / totalWeight);
    // In units of the largest value, whose square may overflow.
    const largest = column.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    if (largest === 0) return 0;
    const squares = blockSum(column.length, (start, end) => {
      let sum = 0;
      for (let i = start; i < end; i++) sum += (weights?.[i] ?? 1) * ((column[i] ?? 0) / largest) ** 2;
      return sum;
    });
    return largest * Math.sqrt(squares / totalWeight);
  });
}

/**
 * Rounding error of the loss: of its own sum, and of the log-odds, which are sums of coefficient · value.
 * @param sizes as returned by `columnSizes`
 */
export function roundingOfLoss({ loss, parameters, residualSize }: LossPoint, sizes: Float64Array): number {
  const logOdds = parameters.reduce((sum, value, j) => sum + Math.abs(value) * (sizes[j] ?? 0), 0);
  return ULPS * Number.EPSILON * (loss + residualSize * logOdds);
}

/**
 * Whether each derivative is 0, to `tol` or as exactly as rounding allows.
 *
 * `tol` bounds |gradient|; for a column of numbers smaller than 1 it is scaled down with their size. Rounding leaves an
 * error proportional to the terms that a derivative sums: residual · value, the penalty, and the effect of rounded
 * log-odds on the residuals, which the Hessian's diagonal bounds (Cauchy–Schwarz).
 * @param sizes as returned by `columnSizes`
 * @param matrix the Hessian at the point or near it
 * @param tol ≥ 0; 0 for as exactly as rounding allows
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
