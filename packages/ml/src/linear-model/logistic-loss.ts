import { log1pExp, sigmoid } from "./logistic.js";

/** Rows handled at a time, so that a block of two columns stays in the processor's cache. */
const BLOCK = 4096;

/** What logistic regression minimises, for one set of rows: p coefficients, then the intercept when there is one. */
export interface LogisticProblem {
  /** p columns of n finite numbers. */
  readonly columns: readonly Float64Array[];
  /** 1 for rows of the second class, 0 for the first. */
  readonly target: Uint8Array;
  /** Weight of each row; all 1 when undefined. */
  readonly weights: Float64Array | undefined;
  /** Sum of the weights. */
  readonly totalWeight: number;
  /** λ of the penalty λ/2 · Σ coef², 1 / (C · totalWeight). */
  readonly l2: number;
  readonly fitIntercept: boolean;
}

/** Number of parameters, the intercept included. */
export function parameterCount({ columns, fitIntercept }: LogisticProblem): number {
  return columns.length + (fitIntercept ? 1 : 0);
}

/** For each row coef · x + intercept. */
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
 * Mean log loss plus penalty, and its gradient.
 * @see scikit-learn, linear_model._linear_loss.LinearModelLoss: the loss is divided by the sum of the weights
 */
export function lossAndGradient(
  problem: LogisticProblem,
  parameters: Float64Array,
  predictor: Float64Array,
): { loss: number; gradient: Float64Array } {
  const { columns, target, weights, totalWeight, l2, fitIntercept } = problem;
  const n = target.length;
  const residual = new Float64Array(n);
  let loss = 0;
  let residualSum = 0;
  for (let i = 0; i < n; i++) {
    const raw = predictor[i] ?? 0;
    const y = target[i] ?? 0;
    const weight = weights?.[i] ?? 1;
    // For y = 1 the loss is log(1 + e⁻ʳ); written as log(1 + eʳ) − r it would lose its digits for large r.
    loss += weight * log1pExp(y === 1 ? -raw : raw);
    residual[i] = weight * (y === 1 ? -sigmoid(-raw) : sigmoid(raw));
    residualSum += residual[i] ?? 0;
  }
  const gradient = new Float64Array(parameterCount(problem));
  let squares = 0;
  columns.forEach((column, j) => {
    const coefficient = parameters[j] ?? 0;
    squares += coefficient * coefficient;
    gradient[j] = dot(column, residual, 0, n) / totalWeight + l2 * coefficient;
  });
  if (fitIntercept) gradient[columns.length] = residualSum / totalWeight;
  return { loss: loss / totalWeight + (l2 / 2) * squares, gradient };
}

/** Second derivatives of the same, by rows; the lower triangle and its mirror image. */
export function hessian(problem: LogisticProblem, predictor: Float64Array): Float64Array {
  const { columns, target, weights, totalWeight, l2, fitIntercept } = problem;
  const n = target.length;
  const p = parameterCount(problem);
  const curvature = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const raw = predictor[i] ?? 0;
    curvature[i] = (weights?.[i] ?? 1) * sigmoid(raw) * sigmoid(-raw);
  }
  const design = fitIntercept ? [...columns, new Float64Array(n).fill(1)] : columns;
  const matrix = new Float64Array(p * p);
  const weighted = new Float64Array(BLOCK);
  for (let start = 0; start < n; start += BLOCK) {
    const end = Math.min(start + BLOCK, n);
    design.forEach((a, j) => {
      for (let i = start; i < end; i++) weighted[i - start] = (curvature[i] ?? 0) * (a[i] ?? 0);
      for (let k = 0; k <= j; k++) {
        matrix[j * p + k] = (matrix[j * p + k] ?? 0) + dot(design[k] ?? a, weighted, start, end);
      }
    });
  }
  for (let j = 0; j < p; j++) {
    for (let k = 0; k <= j; k++) {
      const ridge = j === k && j < columns.length ? l2 : 0;
      const value = (matrix[j * p + k] ?? 0) / totalWeight + ridge;
      matrix[j * p + k] = value;
      matrix[k * p + j] = value;
    }
  }
  return matrix;
}

/** Σ a[i] · b[i − start] for i from start to end. */
function dot(a: Float64Array, b: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += (a[i] ?? 0) * (b[i - start] ?? 0);
  return sum;
}
