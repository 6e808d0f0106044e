import { logisticKernel } from "../kernels/logistic-kernel.js";
import { KERNEL_ROWS } from "../kernels/wasm-module.js";
import { kernelLoss } from "./kernel-loss.js";
import { evaluateLoss, type LogisticProblem, type LossPoint } from "./logistic-loss.js";

/** The loss of a problem at given parameters; of a point that needs the Hessian too, it may be computed at once. */
export type LossFunction = (parameters: Float64Array, needsHessian?: boolean) => LossPoint;

/** The loss of a problem: of a large table by WebAssembly where there is any, else by JavaScript. */
export function lossFunction(problem: LogisticProblem): LossFunction {
  const kernel = problem.target.length >= KERNEL_ROWS ? logisticKernel(problem.columns.length) : undefined;
  return (parameters, needsHessian) =>
    kernel === undefined
      ? evaluateLoss(problem, parameters)
      : kernelLoss(problem, kernel, parameters, needsHessian);
}
