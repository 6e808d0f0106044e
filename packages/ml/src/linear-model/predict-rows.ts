import { type LogisticKernel, loadRows, logisticKernel } from "../kernels/logistic-kernel.js";
import { KERNEL_ROWS } from "../kernels/wasm-module.js";
import { sigmoid } from "./logistic.js";
import { linearPredictor } from "./logistic-loss.js";

/**
 * coef · x + intercept of each row, of a large table by WebAssembly; both give the same bits.
 * @param columns p columns of n numbers
 * @param coef p numbers
 */
export function predictRows(
  columns: readonly Float64Array[],
  n: number,
  coef: readonly number[],
  intercept: number,
): Float64Array {
  const kernel = kernelFor(n, coef);
  if (kernel === undefined) return linearPredictor(columns, n, Float64Array.of(...coef, intercept));
  const predicted = new Float64Array(n);
  forEachBlock(kernel, columns, n, (start, length) => {
    kernel.functions.predictLogOdds(intercept);
    predicted.set(kernel.curvatures.subarray(0, length), start);
  });
  return predicted;
}

/**
 * Probabilities of the negative and of the positive class of each row.
 * @param columns p columns of n numbers
 * @param coef p numbers
 */
export function predictProbabilities(
  columns: readonly Float64Array[],
  n: number,
  coef: readonly number[],
  intercept: number,
): [Float64Array, Float64Array] {
  const kernel = kernelFor(n, coef);
  if (kernel === undefined) {
    const logOdds = predictRows(columns, n, coef, intercept);
    return [logOdds.map((value) => sigmoid(-value)), logOdds.map(sigmoid)];
  }
  const negative = new Float64Array(n);
  const positive = new Float64Array(n);
  forEachBlock(kernel, columns, n, (start, length) => {
    kernel.functions.predictProbabilities(intercept);
    negative.set(kernel.residuals.subarray(0, length), start);
    positive.set(kernel.curvatures.subarray(0, length), start);
  });
  return [negative, positive];
}

function kernelFor(n: number, coef: readonly number[]): LogisticKernel | undefined {
  const kernel = n >= KERNEL_ROWS ? logisticKernel(coef.length) : undefined;
  kernel?.parameters.set(coef);
  return kernel;
}

function forEachBlock(
  kernel: LogisticKernel,
  columns: readonly Float64Array[],
  n: number,
  predict: (start: number, length: number) => void,
): void {
  for (let start = 0; start < n; start += kernel.rows) {
    const end = Math.min(start + kernel.rows, n);
    loadRows(kernel, columns, start, end);
    predict(start, end - start);
  }
}
