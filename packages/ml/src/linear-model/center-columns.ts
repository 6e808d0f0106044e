import type { ColumnMoments } from "../kernels/column-moments.js";
import { blockSum } from "./block-sum.js";
import type { LogisticRows } from "./logistic-loss.js";

/**
 * A column whose mean is further from 0 than this many standard deviations is centred. Any other costs the Hessian less
 * than three of its sixteen digits, and is left unchanged.
 */
const FAR_FROM_ZERO = 16;

/** The same problem without columns whose mean is far from 0, such as a year or a time in milliseconds. */
export interface CenteredProblem<Problem extends LogisticRows> {
  readonly problem: Problem;
  /** The value subtracted from each column; 0 for an unchanged one. */
  readonly centers: Float64Array;
}

/**
 * Subtracts the mean of columns that are far from 0. With an intercept this is the same model: the coefficients and
 * their penalty do not change, and the intercept of the original columns is intercept − Σ coef · center. Without
 * an intercept nothing is centred.
 */
export function centerColumns<Problem extends LogisticRows>(problem: Problem): CenteredProblem<Problem> {
  const { columns, moments, fitIntercept } = problem;
  const centers = Float64Array.from(columns, (column, j) =>
    fitIntercept ? centerOf(moments?.[j] ?? twoPassMoments(column)) : 0,
  );
  if (centers.every((center) => center === 0)) return { problem, centers };
  const centered = columns.map((column, j) => {
    const center = centers[j] ?? 0;
    return center === 0 ? column : column.map((value) => value - center);
  });
  const unchanged = moments?.map((each, j) => (centers[j] === 0 ? each : undefined));
  return { problem: { ...problem, columns: centered, moments: unchanged }, centers };
}

/**
 * The parameters for the original columns.
 * @param centers the value subtracted from each of the p columns
 * @param parameters p coefficients of the centred columns, and the intercept if there is one
 */
export function uncenterParameters(centers: Float64Array, parameters: Float64Array): Float64Array {
  const uncentered = parameters.slice();
  centers.forEach((center, j) => {
    if (center === 0) return;
    uncentered[centers.length] = (uncentered[centers.length] ?? 0) - center * (parameters[j] ?? 0);
  });
  return uncentered;
}

function centerOf({ mean, variance }: Pick<ColumnMoments, "mean" | "variance">): number {
  return Math.abs(mean) > FAR_FROM_ZERO * Math.sqrt(variance) && Number.isFinite(mean) ? mean : 0;
}

function twoPassMoments(column: Float64Array): { mean: number; variance: number } {
  const n = column.length;
  const mean = blockSum(n, (start, end) => sum(column, start, end, (value) => value / n));
  const variance = blockSum(n, (start, end) => sum(column, start, end, (value) => (value - mean) ** 2 / n));
  return { mean, variance };
}

function sum(column: Float64Array, start: number, end: number, term: (value: number) => number): number {
  let total = 0;
  for (let i = start; i < end; i++) total += term(column[i] ?? 0);
  return total;
}
