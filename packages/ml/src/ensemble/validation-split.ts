import { InvalidParameterError } from "../errors.js";
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
 * @throws {InvalidParameterError} when too few rows, or too few of a class, would be fitted or measured
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
  requireEnoughRows(nRows, classes, validationFraction);
  const split = { testSize: validationFraction, randomState: seed };
  const { train, test } = trainTestSplitIndices(
    nRows,
    classes === undefined ? split : { ...split, stratify: classes },
  );
  return { train, validation: test, stopsEarly, seed };
}

/** The checks of `trainTestSplit`, whose errors name options that this fit does not have. */
function requireEnoughRows(
  nRows: number,
  classes: Float64Array | undefined,
  validationFraction: number,
): void {
  const nTest = validationFraction < 1 ? Math.ceil(validationFraction * nRows) : validationFraction;
  if (!Number.isInteger(nTest) || nTest >= nRows) {
    const expected = `a fraction between 0 and 1, or a number of rows, that leaves some of the ${nRows} row(s) to fit on; or null`;
    throw new InvalidParameterError("validationFraction", validationFraction, expected);
  }
  if (classes === undefined) return;
  const counts = new Map<number, number>();
  for (const code of classes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const nSingle = [...counts.values()].filter((count) => count === 1).length;
  if (nSingle > 0) {
    throw new InvalidParameterError(
      "earlyStopping",
      `${nSingle} class(es) of one row`,
      "at least two rows of each class, to fit on and to measure; or validationFraction: null, or earlyStopping: false",
    );
  }
  if (Math.min(nTest, nRows - nTest) < counts.size) {
    throw new InvalidParameterError(
      "validationFraction",
      `${validationFraction}, that is ${nTest} of ${nRows} rows`,
      `at least one row for each of the ${counts.size} classes, both to fit on and to measure; or null`,
    );
  }
}
