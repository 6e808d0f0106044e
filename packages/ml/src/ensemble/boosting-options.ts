import { InvalidParameterError } from "../errors.js";
import { RandomState } from "../model-selection/random-state.js";

/** Size and number of the trees, and when to stop: of a classifier and a regressor. The names are scikit-learn's. */
export interface BoostingOptions {
  /** What the value of each leaf is multiplied by, > 0. Default: 0.1. */
  readonly learningRate?: number;
  /** Maximum number of iterations, ≥ 1; each adds one tree, or one for each of more than two classes. Default: 100. */
  readonly maxIter?: number;
  /** Maximum number of leaves of a tree, ≥ 2; null for no limit. Default: 31. */
  readonly maxLeafNodes?: number | null;
  /** Maximum number of splits from the root to a leaf, ≥ 1; null for no limit. Default: null. */
  readonly maxDepth?: number | null;
  /** Minimum number of rows in a leaf, ≥ 1. Default: 20; fewer for a table of less than a few hundred rows. */
  readonly minSamplesLeaf?: number;
  /** Strength of the L2 penalty on the values of leaves, ≥ 0. Default: 0. */
  readonly l2Regularization?: number;
  /** Maximum number of bins of a column, from 2 to 255, beside the one of missing values. Default: 255. */
  readonly maxBins?: number;
  /** Columns of numbers that are categories. Columns of texts always are. Default: none. */
  readonly categoricalFeatures?: readonly string[];
  /** Whether to stop once the loss no longer falls; "auto": with more than 10,000 rows. Default: "auto". */
  readonly earlyStopping?: "auto" | boolean;
  /**
   * Rows that early stopping measures the loss on, left out of the fit: a fraction in (0, 1), or a number of rows; null for
   * the rows of the fit themselves. Default: 0.1.
   */
  readonly validationFraction?: number | null;
  /** Early stopping: the number of iterations without improvement, ≥ 1. Default: 10. */
  readonly nIterNoChange?: number;
  /** Early stopping: by how much the loss must fall to have improved, ≥ 0. Default: 1e-7. */
  readonly tol?: number;
  /**
   * Seed of the validation rows and of the draw of 200,000 rows that thresholds come from, a whole number from 0 to 2³² − 1.
   * Default: random. A fit that draws neither is the same with any seed.
   */
  readonly randomState?: number;
}

/** The options with scikit-learn's defaults filled in. */
export type CompleteBoostingOptions = Required<Omit<BoostingOptions, "randomState">> &
  Pick<BoostingOptions, "randomState">;

const defaults: CompleteBoostingOptions = {
  learningRate: 0.1,
  maxIter: 100,
  maxLeafNodes: 31,
  maxDepth: null,
  minSamplesLeaf: 20,
  l2Regularization: 0,
  maxBins: 255,
  categoricalFeatures: [],
  earlyStopping: "auto",
  validationFraction: 0.1,
  nIterNoChange: 10,
  tol: 1e-7,
};

/** @throws {InvalidParameterError} when an option is out of range */
export function completeBoostingOptions(options: BoostingOptions): CompleteBoostingOptions {
  const complete = { ...defaults, ...options };
  const { learningRate, l2Regularization, tol, maxBins, earlyStopping, validationFraction } = complete;
  if (!(learningRate > 0 && Number.isFinite(learningRate))) {
    throw new InvalidParameterError("learningRate", learningRate, "a finite number above 0");
  }
  requireNonNegative("l2Regularization", l2Regularization);
  requireNonNegative("tol", tol);
  requireWhole("maxIter", complete.maxIter, 1);
  requireWhole("minSamplesLeaf", complete.minSamplesLeaf, 1);
  requireWhole("nIterNoChange", complete.nIterNoChange, 1);
  if (complete.maxLeafNodes !== null)
    requireWhole("maxLeafNodes", complete.maxLeafNodes, 2, ", or null for no limit");
  if (complete.maxDepth !== null) requireWhole("maxDepth", complete.maxDepth, 1, ", or null for no limit");
  if (!(Number.isInteger(maxBins) && maxBins >= 2 && maxBins <= 255)) {
    throw new InvalidParameterError("maxBins", maxBins, "a whole number from 2 to 255");
  }
  if (earlyStopping !== "auto" && typeof earlyStopping !== "boolean") {
    throw new InvalidParameterError("earlyStopping", JSON.stringify(earlyStopping), '"auto", true or false');
  }
  if (validationFraction !== null && !(validationFraction > 0)) {
    throw new InvalidParameterError(
      "validationFraction",
      validationFraction,
      "a fraction between 0 and 1, a number of rows, or null for the rows of the fit",
    );
  }
  // A seed out of range is an error here and not only in the fit.
  if (complete.randomState !== undefined) new RandomState(complete.randomState);
  return complete;
}

function requireWhole(name: string, value: number, minimum: number, or = ""): void {
  if (Number.isInteger(value) && value >= minimum) return;
  throw new InvalidParameterError(name, value, `a whole number of at least ${minimum}${or}`);
}

function requireNonNegative(name: string, value: number): void {
  if (value >= 0 && Number.isFinite(value)) return;
  throw new InvalidParameterError(name, value, "a finite number of at least 0");
}
