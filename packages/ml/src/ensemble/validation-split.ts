import { RandomState } from "../model-selection/random-state.js";
import { trainTestSplitIndices } from "../model-selection/train-test-split.js";
import type { CompleteBoostingOptions } from "./boosting-options.js";

/** From this number of rows on, not included, early stopping is on by itself. */
const MANY_ROWS = 10_000;

/** The rows that are fitted, and those that early stopping measures the loss on. */
export interface ValidationSplit {
  /** Undefined: all rows. */
  readonly train: Uint32Array | undefined;
  /** Undefined: the rows that are fitted. */
  readonly validation: Uint32Array | undefined;
  readonly stopsEarly: boolean;
  /** For further draws. */
  readonly seed: number;
}

/**
 * Divides the rows as scikit-learn does, whose first draw is the seed of the split.
 * @param classes one for each row, to be divided in proportion. Default: not stratified
 * @throws {ShapeError | InvalidParameterError} as `trainTestSplit` does
 */
export function validationSplit(
  nRows: number,
  classes: Float64Array | undefined,
  { earlyStopping, validationFraction, randomState }: CompleteBoostingOptions,
): ValidationSplit {
  const seed = new RandomState(randomState).interval(2 ** 32 - 2);
  const stopsEarly = earlyStopping === "auto" ? nRows > MANY_ROWS : earlyStopping;
  if (!stopsEarly || validationFraction === null) {
    return { train: undefined, validation: undefined, stopsEarly, seed };
  }
  const split = { testSize: validationFraction, randomState: seed };
  const { train, test } = trainTestSplitIndices(
    nRows,
    classes === undefined ? split : { ...split, stratify: classes },
  );
  return { train, validation: test, stopsEarly, seed };
}
