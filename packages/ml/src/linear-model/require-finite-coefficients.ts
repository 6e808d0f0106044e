import { InvalidParameterError } from "../errors.js";

/**
 * Checks that no coefficient has overflowed.
 * @throws {InvalidParameterError} naming the first column whose coefficient is beyond the largest number
 */
export function requireFiniteCoefficients(
  featureNames: readonly string[],
  { coef, intercept }: { readonly coef: readonly number[]; readonly intercept: number },
): void {
  const j = coef.findIndex((value) => !Number.isFinite(value));
  if (j >= 0) {
    const found = `a coefficient of ${coef[j]}`;
    const expected = "a finite one: multiply the column, or divide the target, by a power of ten";
    throw new InvalidParameterError(`column "${featureNames[j]}"`, found, expected);
  }
  if (!Number.isFinite(intercept)) {
    throw new InvalidParameterError(
      "y",
      `numbers that make an intercept of ${intercept}`,
      "smaller ones: divide the target by a power of ten",
    );
  }
}
