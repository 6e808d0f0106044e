import { type LogisticKernel, loadRows } from "../kernels/logistic-kernel.js";
import { type LogisticProblem, type LossPoint, onFirstCall } from "./logistic-loss.js";

/** Up to this many columns the Hessian costs less than another pass over the rows. */
export const HESSIAN_AT_ONCE = 32;

/** Index of the first derivative among the kernel's sums, after four statistics. */
const GRADIENT = 4;

/**
 * `evaluateLoss` by WebAssembly: one pass, in which the rows go through the kernel's memory block by block, so that it does
 * not grow with the rows.
 * @param kernel made for as many columns as the problem has
 * @param needsHessian whether to compute the Hessian in that pass; without it, it takes another when asked for
 */
export function kernelLoss(
  problem: LogisticProblem,
  kernel: LogisticKernel,
  parameters: Float64Array,
  needsHessian = false,
): LossPoint {
  const p = problem.columns.length;
  const atOnce = needsHessian || p <= HESSIAN_AT_ONCE;
  addRows(problem, kernel, parameters, atOnce);
  const mean = (index: number) => meanOf(problem, kernel, index);
  const penalized = parameters.subarray(0, p);
  const matrix = atOnce ? hessianOf(problem, kernel, parameters.length) : undefined;
  return {
    parameters,
    loss: mean(0) + (problem.l2 / 2) * penalized.reduce((sum, value) => sum + value * value, 0),
    gradient: parameters.map((value, j) => mean(GRADIENT + j) + (j < p ? problem.l2 * value : 0)),
    residualSize: Math.sqrt(mean(2)),
    meanCurvature: mean(3),
    hessian: onFirstCall(() => {
      if (matrix !== undefined) return matrix;
      addRows(problem, kernel, parameters, true);
      return hessianOf(problem, kernel, parameters.length);
    }),
  };
}

function addRows(
  { columns, target, weights }: LogisticProblem,
  kernel: LogisticKernel,
  parameters: Float64Array,
  withHessian: boolean,
): void {
  const { functions, rows } = kernel;
  const p = columns.length;
  kernel.parameters.set(parameters.subarray(0, p));
  kernel.weights.fill(1);
  functions.clearSums();
  for (let start = 0; start < target.length; start += rows) {
    const end = Math.min(start + rows, target.length);
    loadRows(kernel, columns, start, end);
    kernel.target.set(target.subarray(start, end));
    if (weights !== undefined) kernel.weights.set(weights.subarray(start, end));
    // The rows that complete the last block count nothing.
    if (end - start < rows) kernel.weights.fill(0, end - start);
    functions.addBlock(parameters[p] ?? 0, withHessian);
  }
}

function hessianOf(problem: LogisticProblem, kernel: LogisticKernel, p: number): Float64Array {
  const matrix = new Float64Array(p * p);
  for (let j = 0; j < p; j++) {
    for (let k = 0; k <= j; k++) {
      const ridge = j === k && j < problem.columns.length ? problem.l2 : 0;
      const value = meanOf(problem, kernel, GRADIENT + kernel.padded * (j + 1) + k) + ridge;
      matrix[j * p + k] = value;
      matrix[k * p + j] = value;
    }
  }
  return matrix;
}

function meanOf({ totalWeight }: LogisticProblem, { sums, lost }: LogisticKernel, index: number): number {
  return ((sums[index] ?? 0) + (lost[index] ?? 0)) / totalWeight;
}
