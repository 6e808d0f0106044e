import { InvalidParameterError, ShapeError } from "./errors.js";

/**
 * Checks the weights of n rows, and returns them as numbers of 64 bits.
 * @returns undefined where all rows count 1
 * @throws {ShapeError} for another number of weights than rows
 * @throws {InvalidParameterError} for a weight that is negative or not finite, or when all are 0
 */
export function requireSampleWeight(
  sampleWeight: ArrayLike<number> | undefined,
  n: number,
): Float64Array | undefined {
  if (sampleWeight === undefined) return undefined;
  if (sampleWeight.length !== n) {
    throw new ShapeError(`sampleWeight has ${sampleWeight.length} numbers for ${n} rows. Expected one each.`);
  }
  const weights = sampleWeight instanceof Float64Array ? sampleWeight : Float64Array.from(sampleWeight);
  let total = 0;
  for (let row = 0; row < n; row++) {
    const weight = weights[row] ?? Number.NaN;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new InvalidParameterError(
        `sampleWeight, row ${row + 1} (counted from 1)`,
        weight,
        "a finite number of at least 0",
      );
    }
    total += weight;
  }
  if (!(total > 0 && Number.isFinite(total))) {
    throw new InvalidParameterError("sampleWeight", `weights of sum ${total}`, "a finite sum above 0");
  }
  return weights;
}
