import { CompensatedSums, dot } from "./block-sum.js";
import { cellOf, copyCells, type LinearProblem } from "./linear-problem.js";
import { lengthOf } from "./orthogonalize.js";
import { inverseByColumns, inverseOfTriangle, type PseudoInverse, weightsOfRows } from "./pseudo-inverse.js";
import { RowReduction } from "./row-reduction.js";

/** The coefficients of least squares, and what their standard errors need. */
export interface LeastSquares {
  readonly coef: number[];
  readonly intercept: number;
  /** Number of columns, or of rows, that do not follow from others. */
  readonly rank: number;
  /** Vectors of length p; the covariance of the coefficients is the residual variance times Σ vector · vectorᵀ. */
  readonly vectors: readonly Float64Array[];
  /**
   * Vectors of length p that span what the rows do not determine, in units of the columns' lengths. Undefined for a table
   * of fewer rows than columns.
   */
  readonly dropped: readonly Float64Array[] | undefined;
  /** Length of each centred column, in one unit for all. */
  readonly lengths: readonly number[];
  /** A power of two near the target's largest distance from its mean, in whose square the sums of squares are. */
  readonly targetUnit: number;
  /** Weighted sum of the squared residuals. */
  readonly residualSquares: number;
  /** Weighted sum of the squared target, centred if there is an intercept. */
  readonly totalSquares: number;
}

/**
 * Minimises Σ weight · (target − columns · coef)² + alpha · Σ coef²; of several minima the one with the least Σ coef².
 * @param alpha ≥ 0
 * @param tol without a penalty, singular values of at most this share of the greatest count as 0
 */
export function leastSquares(problem: LinearProblem, alpha: number, tol: number): LeastSquares {
  return problem.n < problem.columns.length ? byRows(problem, alpha, tol) : byColumns(problem, alpha, tol);
}

/** Of a table with at least as many rows as columns: from the triangle of its columns and the target. */
function byColumns(problem: LinearProblem, alpha: number, tol: number): LeastSquares {
  const { columns, target, rootWeights, n } = problem;
  const p = columns.length;
  const unit = unitOf(problem);
  const scales = columns.map(({ scale }) => scale || unit);
  const reduction = new RowReduction(p + 1);
  reduction.addRows(n, (k, start, end, into) => {
    copyCells(columns[k] ?? target, rootWeights, start, end, into);
  });
  const reduced = reduction.column(p, 1);
  const squares = { total: dot(reduced, reduced, 0, p + 1), residual: (reduced[p] ?? 0) ** 2 };
  if (alpha > 0) {
    // With a penalty the answer does not depend on the columns' units, so the triangle stays scaled.
    reduction.addDiagonal(Float64Array.from(scales, (scale) => Math.sqrt(alpha) / scale));
    const inverse = inverseOf(reduction, scales, scales, Number.EPSILON);
    return solution(problem, inverse, scales, [], squares);
  }
  const units = scales.map(() => unit);
  const lengths = scales.map((scale, j) => lengthOf(reduction.column(j, scale / unit)));
  const inverse = inverseOf(reduction, scales, units, tol);
  return solution(problem, inverse, units, lengths, squares);
}

/** Of a table with fewer rows than columns: from the triangle of its rows. */
function byRows(problem: LinearProblem, alpha: number, tol: number): LeastSquares {
  const { columns, target, rootWeights, n } = problem;
  const unit = unitOf(problem);
  const targetUnit = target.scale || 1;
  const reduction = new RowReduction(n);
  reduction.addRows(columns.length, (i, start, end, into) => {
    for (let j = start; j < end; j++) into[j - start] = cellOf(columns[j] ?? target, rootWeights, i) / unit;
  });
  const reduced = Float64Array.from({ length: n }, (_, i) => cellOf(target, rootWeights, i) / targetUnit);
  const triangle = Array.from({ length: n }, (_, i) => reduction.column(i, 1));
  const singularTol = alpha > 0 ? Number.EPSILON : tol;
  const { weights, rank, unexplained } = weightsOfRows(triangle, reduced, singularTol, alpha / unit / unit);
  const coef = columns.map((column) => {
    const sum = new CompensatedSums(1);
    for (let i = 0; i < n; i++) sum.add(0, (cellOf(column, rootWeights, i) / unit) * (weights[i] ?? 0));
    return (sum.value(0) / unit) * targetUnit;
  });
  return {
    coef,
    intercept: interceptOf(problem, coef),
    rank,
    vectors: [],
    dropped: undefined,
    lengths: [],
    targetUnit,
    residualSquares: unexplained,
    totalSquares: dot(reduced, reduced, 0, n),
  };
}

/** The scale of the largest column, a unit for all. */
function unitOf({ columns }: LinearProblem): number {
  return columns.reduce((largest, { scale }) => Math.max(largest, scale), 0) || 1;
}

function inverseOf(
  reduction: RowReduction,
  scales: readonly number[],
  units: readonly number[],
  tol: number,
): PseudoInverse {
  const p = scales.length;
  const triangle = scales.map((scale, j) => reduction.column(j, scale / (units[j] ?? 1)).subarray(0, p));
  const target = reduction.column(p, 1).subarray(0, p);
  return inverseOfTriangle(triangle, target, tol) ?? inverseByColumns(triangle, target, tol);
}

function solution(
  problem: LinearProblem,
  { vectors, targets, dropped, unexplained }: PseudoInverse,
  units: readonly number[],
  lengths: readonly number[],
  squares: { readonly total: number; readonly residual: number },
): LeastSquares {
  const targetUnit = problem.target.scale || 1;
  const coef = units.map((unit, j) => {
    const scaled = vectors.reduce((sum, vector, r) => sum + (vector[j] ?? 0) * (targets[r] ?? 0), 0);
    return (scaled / unit) * targetUnit;
  });
  return {
    coef,
    intercept: interceptOf(problem, coef),
    rank: vectors.length,
    vectors: vectors.map((vector) => vector.map((value, j) => value / (units[j] ?? 1))),
    dropped: dropped.map((vector) => vector.map((value, j) => value * (lengths[j] ?? 0))),
    lengths,
    targetUnit,
    residualSquares: squares.residual + unexplained,
    totalSquares: squares.total,
  };
}

function interceptOf({ columns, target }: LinearProblem, coef: readonly number[]): number {
  const sum = new CompensatedSums(1);
  sum.add(0, target.center);
  columns.forEach(({ center }, j) => {
    sum.add(0, -center * (coef[j] ?? 0));
  });
  return sum.value(0);
}
