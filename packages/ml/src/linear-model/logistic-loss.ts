import type { ColumnMoments } from "../kernels/column-moments.js";
import { BLOCK, blockSum, CompensatedSums, dot } from "./block-sum.js";

/** Rows to learn from, with their weights and the penalty. */
export interface LogisticRows {
  /** p columns of n finite numbers. */
  readonly columns: readonly Float64Array[];
  /** Moments of each of a large table's columns, as far as they could be computed in one pass. */
  readonly moments?: readonly (ColumnMoments | undefined)[] | undefined;
  /** Weight of each row; all 1 when undefined. */
  readonly weights: Float64Array | undefined;
  /** Sum of the weights. */
  readonly totalWeight: number;
  /** λ of the penalty λ/2 · Σ coef², 1 / (C · totalWeight). */
  readonly l2: number;
  readonly fitIntercept: boolean;
}

/** What logistic regression minimises for one set of rows. Its parameters: p coefficients, then the intercept, if any. */
export interface LogisticProblem extends LogisticRows {
  /** 1 for rows of the second class, 0 for the first. */
  readonly target: Uint8Array;
}

/** The loss at given parameters, with what the next Newton step needs. */
export interface LossPoint {
  readonly parameters: Float64Array;
  /** Mean log loss plus penalty. */
  readonly loss: number;
  readonly gradient: Float64Array;
  /** Weighted mean of p · (1 − p), p the probability of a row; at most 1/4. */
  readonly meanCurvature: number;
  /** Root of the weighted mean of (p − y)², at most 1. */
  readonly residualSize: number;
  /** Second derivatives: p × p numbers by rows, p = `parameterCount`; both triangles are filled. Computed when first asked for. */
  hessian(): Float64Array;
}

/** Number of parameters of one class, the intercept included. */
export function parameterCount({ columns, fitIntercept }: LogisticRows): number {
  return columns.length + (fitIntercept ? 1 : 0);
}

/**
 * coef · x + intercept of each row.
 * @param columns p columns of n numbers
 * @param parameters p coefficients, and the intercept if there is one
 */
export function linearPredictor(
  columns: readonly Float64Array[],
  n: number,
  parameters: Float64Array,
): Float64Array {
  const predictor = new Float64Array(n).fill(parameters[columns.length] ?? 0);
  columns.forEach((column, j) => {
    const coefficient = parameters[j] ?? 0;
    for (let i = 0; i < n; i++) predictor[i] = (predictor[i] ?? 0) + coefficient * (column[i] ?? 0);
  });
  return predictor;
}

/**
 * Mean log loss plus penalty, with its derivatives.
 * @param parameters `parameterCount` finite numbers
 * @see scikit-learn, linear_model._linear_loss.LinearModelLoss: the loss is divided by the sum of the weights
 */
export function evaluateLoss(problem: LogisticProblem, parameters: Float64Array): LossPoint {
  const { columns, target, weights, totalWeight, l2, fitIntercept } = problem;
  const n = target.length;
  const predictor = linearPredictor(columns, n, parameters);
  const residual = new Float64Array(n);
  const curvature = predictor;
  const sums = new CompensatedSums(4);
  for (let start = 0; start < n; start += BLOCK) {
    let loss = 0;
    let residuals = 0;
    let squares = 0;
    let curvatures = 0;
    const end = Math.min(start + BLOCK, n);
    for (let i = start; i < end; i++) {
      const logOdds = predictor[i] ?? 0;
      const weight = weights?.[i] ?? 1;
      // One exponential gives the loss and both probabilities, without overflow and without losing digits.
      const e = Math.exp(-Math.abs(logOdds));
      const greater = 1 / (1 + e);
      const lesser = e / (1 + e);
      const positive = logOdds >= 0 ? greater : lesser;
      const negative = logOdds >= 0 ? lesser : greater;
      const isPositive = target[i] === 1;
      const error = isPositive ? -negative : positive;
      const rowResidual = weight * error;
      const rowCurvature = weight * positive * negative;
      loss += weight * (Math.max(isPositive ? -logOdds : logOdds, 0) + Math.log1p(e));
      residuals += rowResidual;
      squares += rowResidual * error;
      curvatures += rowCurvature;
      residual[i] = rowResidual;
      curvature[i] = rowCurvature;
    }
    [loss, residuals, squares, curvatures].forEach((sum, k) => {
      sums.add(k, sum);
    });
  }
  const gradient = new Float64Array(parameterCount(problem));
  let squaredCoefficients = 0;
  columns.forEach((column, j) => {
    const coefficient = parameters[j] ?? 0;
    squaredCoefficients += coefficient * coefficient;
    const sum = blockSum(n, (start, end) => dot(column, residual, start, end));
    gradient[j] = sum / totalWeight + l2 * coefficient;
  });
  if (fitIntercept) gradient[columns.length] = sums.value(1) / totalWeight;
  return {
    parameters,
    loss: sums.value(0) / totalWeight + (l2 / 2) * squaredCoefficients,
    gradient,
    meanCurvature: sums.value(3) / totalWeight,
    residualSize: Math.sqrt(sums.value(2) / totalWeight),
    hessian: onFirstCall(() => hessian(problem, curvature)),
  };
}

/** The function, which computes its result when first called. */
export function onFirstCall<Result>(compute: () => Result): () => Result {
  let result: { readonly value: Result } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}

/**
 * The Hessian of `evaluateLoss`.
 * @param curvature weight · p · (1 − p) of each row, p its probability
 */
function hessian(problem: LogisticProblem, curvature: Float64Array): Float64Array {
  const { columns, target, totalWeight, l2, fitIntercept } = problem;
  const n = target.length;
  const p = parameterCount(problem);
  const design = fitIntercept ? [...columns, new Float64Array(n).fill(1)] : columns;
  const sums = new CompensatedSums(p * p);
  const weighted = new Float64Array(BLOCK);
  for (let start = 0; start < n; start += BLOCK) {
    const end = Math.min(start + BLOCK, n);
    design.forEach((a, j) => {
      for (let i = start; i < end; i++) weighted[i - start] = (curvature[i] ?? 0) * (a[i] ?? 0);
      for (let k = 0; k <= j; k++) sums.add(j * p + k, dot(design[k] ?? a, weighted, start, end, start));
    });
  }
  const matrix = new Float64Array(p * p);
  for (let j = 0; j < p; j++) {
    for (let k = 0; k <= j; k++) {
      const ridge = j === k && j < columns.length ? l2 : 0;
      const value = sums.value(j * p + k) / totalWeight + ridge;
      matrix[j * p + k] = value;
      matrix[k * p + j] = value;
    }
  }
  return matrix;
}
