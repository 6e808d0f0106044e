import { BLOCK, CompensatedSums, dot } from "./block-sum.js";
import { type LogisticRows, type LossPoint, onFirstCall, parameterCount } from "./logistic-loss.js";
import { multinomialHessian } from "./multinomial-hessian.js";
import { ProbabilityBlock } from "./probability-block.js";

/**
 * What logistic regression minimises for k ≥ 3 classes. Its parameters are p coefficients and the intercept, if any, of each
 * class but the last: the log-odds of the class against the last one, whose own are 0.
 */
export interface MultinomialProblem extends LogisticRows {
  /** The class of each row, from 0 to k − 1. */
  readonly target: Int32Array;
  readonly k: number;
}

/**
 * Mean log loss plus penalty, with its derivatives. The penalty is λ/2 · Σ coef² over the coefficients of all k classes, shifted
 * so that they add up to 0: of all coefficients with the same probabilities those of the least penalty.
 * @param parameters (k − 1) · `parameterCount` finite numbers, class by class
 * @see scikit-learn, linear_model._linear_loss.LinearModelLoss with HalfMultinomialLoss
 */
export function multinomialLoss(problem: MultinomialProblem, parameters: Float64Array): LossPoint {
  const { columns, target, weights, totalWeight, k, fitIntercept } = problem;
  const m = parameterCount(problem);
  const block = new ProbabilityBlock(k);
  const residuals = new Float64Array(BLOCK);
  const sums = new CompensatedSums(3);
  const derivatives = new CompensatedSums(parameters.length);
  for (let start = 0; start < target.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, target.length);
    block.compute(problem, parameters, start, end);
    let loss = 0;
    for (let i = start; i < end; i++) loss += (weights?.[i] ?? 1) * (block.losses[i - start] ?? 0);
    sums.add(0, loss);
    for (let c = 0; c < k; c++) {
      let [sum, squares, curvatures] = [0, 0, 0];
      for (let i = start; i < end; i++) {
        const at = c * BLOCK + i - start;
        const probability = block.probabilities[at] ?? 0;
        const complement = block.complements[at] ?? 0;
        const weight = weights?.[i] ?? 1;
        const error = target[i] === c ? -complement : probability;
        residuals[i - start] = weight * error;
        sum += weight * error;
        squares += weight * error * error;
        curvatures += weight * probability * complement;
      }
      // Half of them, which for two classes is what `evaluateLoss` has.
      sums.add(1, squares / 2);
      sums.add(2, curvatures / 2);
      if (c === k - 1) continue;
      if (fitIntercept) derivatives.add(c * m + columns.length, sum);
      columns.forEach((column, j) => {
        derivatives.add(c * m + j, dot(column, residuals, start, end, start));
      });
    }
  }
  const gradient = parameters.map((_, index) => derivatives.value(index) / totalWeight);
  return {
    parameters,
    loss: sums.value(0) / totalWeight + addPenalty(problem, parameters, gradient),
    gradient,
    residualSize: Math.sqrt(sums.value(1) / totalWeight),
    meanCurvature: sums.value(2) / totalWeight,
    hessian: onFirstCall(() => multinomialHessian(problem, parameters)),
  };
}

/** Adds the penalty's derivatives to the gradient, and returns the penalty. */
function addPenalty(problem: MultinomialProblem, parameters: Float64Array, gradient: Float64Array): number {
  const { columns, l2, k } = problem;
  const m = parameterCount(problem);
  let squares = 0;
  columns.forEach((_, j) => {
    let sum = 0;
    for (let at = j; at < parameters.length; at += m) sum += parameters[at] ?? 0;
    const mean = sum / k;
    // The last class's coefficient, 0, is shifted as well.
    squares += mean * mean;
    for (let at = j; at < parameters.length; at += m) {
      const shifted = (parameters[at] ?? 0) - mean;
      squares += shifted * shifted;
      gradient[at] = (gradient[at] ?? 0) + l2 * shifted;
    }
  });
  return (l2 / 2) * squares;
}
