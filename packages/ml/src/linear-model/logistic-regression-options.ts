import { InvalidParameterError } from "../errors.js";
import type { ClassWeight } from "./class-weights.js";
import type { GradientDescentOptions } from "./gradient-descent.js";

/** The algorithm that finds the coefficients. */
export type LogisticRegressionSolver = "newton-cholesky" | "gradient-descent";

/** Penalty, solver and stopping rule. */
export interface LogisticRegressionOptions {
  /** Inverse strength of the L2 penalty, > 0; `Infinity` for none. The intercept is never penalised. Default: 1. */
  readonly C?: number;
  /** Whether to fit an intercept. Default: `true`. */
  readonly fitIntercept?: boolean;
  /** Largest |gradient| of the mean loss to stop at, > 0; below rounding error, the fit stops at that. Default: 1e-4. */
  readonly tol?: number;
  /** Maximum number of Newton steps, ≥ 1. Default: 100. */
  readonly maxIter?: number;
  /** Weights of the classes. Default: 1 each. */
  readonly classWeight?: ClassWeight;
  /** "gradient-descent" needs `fitAsync` and ignores all options above. Default: "newton-cholesky". */
  readonly solver?: LogisticRegressionSolver;
  /** Steps of the "gradient-descent" solver. */
  readonly gradientDescent?: GradientDescentOptions;
  /** Called with each warning at the end of a fit; `warnings` has them too. */
  readonly onWarning?: (message: string) => void;
}

/** The options with scikit-learn's defaults filled in. */
export type CompleteOptions = LogisticRegressionOptions &
  Required<Pick<LogisticRegressionOptions, "C" | "fitIntercept" | "tol" | "maxIter" | "solver">>;

/** @throws {InvalidParameterError} when C, tol, maxIter or solver is out of range */
export function completeOptions(options: LogisticRegressionOptions): CompleteOptions {
  const defaults = { C: 1, fitIntercept: true, tol: 1e-4, maxIter: 100, solver: "newton-cholesky" } as const;
  const complete = { ...defaults, ...options };
  const { C, tol, maxIter, solver } = complete;
  if (!(C > 0)) throw new InvalidParameterError("C", C, "a number above 0, or Infinity for no penalty");
  if (!(tol > 0)) throw new InvalidParameterError("tol", tol, "a number above 0");
  if (!(Number.isInteger(maxIter) && maxIter >= 1)) {
    throw new InvalidParameterError("maxIter", maxIter, "a whole number of at least 1");
  }
  if (solver !== "newton-cholesky" && solver !== "gradient-descent") {
    throw new InvalidParameterError(
      "solver",
      JSON.stringify(solver),
      '"newton-cholesky" or "gradient-descent"',
    );
  }
  return complete;
}
