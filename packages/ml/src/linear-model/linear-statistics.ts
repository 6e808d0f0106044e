import { dot } from "./block-sum.js";
import type { LeastSquares } from "./least-squares.js";
import type { LinearProblem } from "./linear-problem.js";
import { lengthOf, orthogonalize } from "./orthogonalize.js";

/** A number for each coefficient and for the intercept; null where the rows do not determine it. */
export interface LinearStatistic<T = number> {
  readonly coef: readonly (T | null)[];
  /** Null for a model without intercept, too. */
  readonly intercept: T | null;
}

/** What the residuals of a fit say about it. */
export interface ResidualStatistics {
  readonly degreesOfFreedom: number;
  readonly residualVariance: number | null;
  readonly rSquared: number | null;
  readonly standardErrors: LinearStatistic;
}

/** A parameter whose share in what the rows do not determine is larger than this is not determined. */
const NEGLIGIBLE = 1e-7;

/** Residuals below this share of the target, times the number of columns, are rounding: the fit is exact. */
const ROUNDING = 16 * Number.EPSILON;

/**
 * Standard errors and R² of a least squares fit; null for a number that JSON cannot hold.
 *
 * The residual variance is Σ weight · residual² / degrees of freedom, which are the rows of a weight above 0 less the rank
 * and the intercept. Where columns depend on each other, only the coefficients that all best fits share have an error.
 * @see statsmodels, OLS and WLS
 */
export function residualStatistics(
  problem: LinearProblem,
  fit: LeastSquares,
  fitIntercept: boolean,
): ResidualStatistics {
  const { nWeighted, totalWeight, columns } = problem;
  const { vectors, rank, targetUnit, totalSquares } = fit;
  const degreesOfFreedom = Math.max(0, nWeighted - rank - (fitIntercept ? 1 : 0));
  const rounding = (ROUNDING * (columns.length + 1)) ** 2 * totalSquares;
  const residualSquares = fit.residualSquares > rounding ? fit.residualSquares : 0;
  const variance = degreesOfFreedom > 0 ? residualSquares / degreesOfFreedom : null;
  const error = (share: number) =>
    variance === null ? null : finiteOrNull(Math.sqrt(variance * share) * targetUnit);
  const centers = Float64Array.from(columns, ({ center }) => center);
  const { isDetermined, isInterceptDetermined } = determined(fit, centers);
  const alongCenters = vectors.reduce((sum, each) => sum + dot(each, centers, 0, centers.length) ** 2, 0);
  return {
    degreesOfFreedom,
    residualVariance: variance === null ? null : finiteOrNull(variance * targetUnit ** 2),
    rSquared: totalSquares > 0 ? 1 - residualSquares / totalSquares : null,
    standardErrors: {
      coef: isDetermined.map((is, j) =>
        is ? error(vectors.reduce((sum, vector) => sum + (vector[j] ?? 0) ** 2, 0)) : null,
      ),
      intercept: fitIntercept && isInterceptDetermined ? error(1 / totalWeight + alongCenters) : null,
    },
  };
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Which coefficients, and whether the intercept, are the same in all best fits. */
function determined(
  { dropped, lengths, coef }: LeastSquares,
  centers: Float64Array,
): { isDetermined: boolean[]; isInterceptDetermined: boolean } {
  if (dropped === undefined) return { isDetermined: coef.map(() => false), isInterceptDetermined: false };
  // In units of the columns' lengths a small column counts as much as a large one.
  orthogonalize(dropped);
  const directions = dropped
    .map((vector) => ({ vector, length: lengthOf(vector) }))
    .filter(({ length }) => length > 0)
    .map(({ vector, length }) => vector.map((value) => value / length));
  const standardized = centers.map((center, j) => ((lengths[j] ?? 0) > 0 ? center / (lengths[j] ?? 1) : 0));
  const size = lengthOf(standardized);
  return {
    isDetermined: coef.map(
      (_, j) => (lengths[j] ?? 0) > 0 && directions.every((each) => Math.abs(each[j] ?? 0) <= NEGLIGIBLE),
    ),
    isInterceptDetermined:
      centers.every((center, j) => center === 0 || (lengths[j] ?? 0) > 0) &&
      directions.every(
        (each) => Math.abs(dot(each, standardized, 0, size === 0 ? 0 : each.length)) <= NEGLIGIBLE * size,
      ),
  };
}
