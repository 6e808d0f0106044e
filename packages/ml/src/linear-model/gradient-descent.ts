import { InvalidParameterError } from "../errors.js";
import { evaluateLoss, type LogisticProblem } from "./logistic-loss.js";
import type { Solution } from "./newton.js";

/** Steps of the gradient descent. */
export interface GradientDescentOptions {
  /** Number of steps, ≥ 1; all are taken. Default: 50,000. */
  readonly numSteps?: number;
  /** Length of a step, > 0, times the gradient of the summed loss. Default: 5e-4. */
  readonly learningRate?: number;
}

const IGNORED =
  'The solver "gradient-descent" (ml-logistic-regression) fits no intercept and no penalty, and has no stopping rule: ' +
  "C, fitIntercept, tol, maxIter and classWeight are ignored.";

/**
 * Full-batch gradient descent by the package ml-logistic-regression, which the first call loads.
 * @param tol largest |gradient| of the mean loss that counts as converged
 * @returns the coefficients, without intercept
 * @throws {InvalidParameterError} when an option is out of range, or a step so long that the coefficients overflow
 */
export async function gradientDescent(
  columns: readonly Float64Array[],
  target: Uint8Array,
  tol: number,
  { numSteps = 50_000, learningRate = 5e-4 }: GradientDescentOptions = {},
): Promise<Solution> {
  if (!(Number.isInteger(numSteps) && numSteps >= 1)) {
    throw new InvalidParameterError("gradientDescent.numSteps", numSteps, "a whole number of at least 1");
  }
  if (!(learningRate > 0)) {
    throw new InvalidParameterError("gradientDescent.learningRate", learningRate, "a number above 0");
  }
  const [{ default: Descent }, { Matrix }] = await Promise.all([
    import("ml-logistic-regression"),
    import("ml-matrix"),
  ]);
  const features = new Matrix(columns.map((column) => Array.from(column))).transpose();
  const descent = new Descent({ numSteps, learningRate });
  descent.train(features, Matrix.columnVector(target));
  // The first classifier's score is the probability of the second class: its weights are our coefficients.
  const parameters = Float64Array.from(descent.classifiers[0]?.weights.to1DArray() ?? []);
  if (!parameters.every(Number.isFinite)) {
    throw new InvalidParameterError(
      "gradientDescent.learningRate",
      learningRate,
      "a shorter step, or columns scaled by StandardScaler: the coefficients grew beyond all numbers",
    );
  }
  const largest = largestGradient(columns, target, parameters);
  const unfinished =
    `LogisticRegression did not converge in ${numSteps} steps: max |gradient| is ${largest.toExponential(1)}, ` +
    `tol is ${tol}: raise gradientDescent.numSteps, or use the solver "newton-cholesky".`;
  const converged = largest <= tol;
  return { parameters, nIter: numSteps, converged, warnings: converged ? [IGNORED] : [IGNORED, unfinished] };
}

function largestGradient(
  columns: readonly Float64Array[],
  target: Uint8Array,
  parameters: Float64Array,
): number {
  const problem: LogisticProblem = {
    columns,
    target,
    weights: undefined,
    totalWeight: target.length,
    l2: 0,
    fitIntercept: false,
  };
  const { gradient } = evaluateLoss(problem, parameters);
  return gradient.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}
