import { InvalidParameterError, ShapeError } from "../errors.js";

/** What is divided: rows, or groups of them. */
type Unit = "row" | "group";

/** Number of rows, or groups, in each set. */
export interface SplitSizes {
  readonly nTrain: number;
  readonly nTest: number;
}

/**
 * Turns fractions into numbers of rows: the test set is rounded up, the training set down.
 * @param n number of rows
 * @param testSize fraction in (0, 1) or number of rows from 1 to n − 1. Default: the rest of `trainSize`, or 0.25
 * @param trainSize likewise. Default: the rest of `testSize`
 * @param unit what is counted, for messages
 * @throws {InvalidParameterError} when a size is out of range or both together exceed n
 * @throws {ShapeError} when no row would be left to train on
 * @see scikit-learn, model_selection._split._validate_shuffle_split
 */
export function splitSizes(n: number, testSize?: number, trainSize?: number, unit: Unit = "row"): SplitSizes {
  const testRows = sizeInRows(
    "testSize",
    trainSize === undefined ? (testSize ?? 0.25) : testSize,
    n,
    unit,
    Math.ceil,
  );
  const trainRows = sizeInRows("trainSize", trainSize, n, unit, Math.floor);
  const nTest = testRows ?? n - (trainRows ?? 0);
  const nTrain = trainRows ?? n - nTest;
  if (nTrain + nTest > n) {
    throw new InvalidParameterError(
      "testSize and trainSize",
      `${testSize} and ${trainSize}, ${nTest + nTrain} ${unit}s together`,
      `no more than the ${n} ${unit}s there are`,
    );
  }
  if (nTrain === 0) {
    throw new ShapeError(
      `Of ${n} ${unit}(s), ${nTest} would go to the test set and none would be left to train on. ` +
        `Reduce testSize or use more ${unit}s.`,
    );
  }
  return { nTrain, nTest };
}

function sizeInRows(
  parameter: string,
  size: number | undefined,
  n: number,
  unit: Unit,
  round: (rows: number) => number,
): number | undefined {
  if (size === undefined) return undefined;
  if (size > 0 && size < 1) return round(size * n);
  if (Number.isInteger(size) && size >= 1 && size < n) return size;
  throw new InvalidParameterError(
    parameter,
    size,
    `a fraction between 0 and 1, or a number of ${unit}s from 1 to ${n - 1} (there are ${n} ${unit}s)`,
  );
}
