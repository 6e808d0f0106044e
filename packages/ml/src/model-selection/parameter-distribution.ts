import { InvalidParameterError } from "../errors.js";
import type { RandomState } from "./random-state.js";

/** Values of a parameter to draw from, instead of a list of them. */
export interface ParameterDistribution<Value> {
  /** The next value, from the next random numbers. */
  draw(random: RandomState): Value;
}

/**
 * Numbers from `low` to `high`, each equally likely.
 * @throws {InvalidParameterError} unless both are finite and ascending
 * @see scipy, stats.uniform(low, high - low)
 */
export function uniformNumbers(low: number, high: number): ParameterDistribution<number> {
  requireRange(low, high);
  return { draw: (random) => low + (high - low) * random.random() };
}

/**
 * Numbers from `low` to `high` whose logarithms are each equally likely: for a parameter whose order of magnitude is unknown.
 * @throws {InvalidParameterError} unless both are finite, above 0 and ascending
 * @see scipy, stats.loguniform(low, high)
 */
export function logUniformNumbers(low: number, high: number): ParameterDistribution<number> {
  requireRange(low, high);
  if (!(low > 0)) throw new InvalidParameterError("low", low, "a number above 0, as it has a logarithm");
  const [first, last] = [Math.log(low), Math.log(high)];
  return { draw: (random) => Math.exp(first + random.random() * (last - first)) };
}

/**
 * Whole numbers from `low` to `high`, both included, each equally likely.
 * @throws {InvalidParameterError} unless both are whole and ascending, and less than 2³² apart
 * @see scipy, stats.randint(low, high + 1)
 */
export function wholeNumbers(low: number, high: number): ParameterDistribution<number> {
  requireRange(low, high);
  if (!(Number.isSafeInteger(low) && Number.isSafeInteger(high) && high - low < 2 ** 32)) {
    throw new InvalidParameterError(
      "low and high",
      `${low} and ${high}`,
      "whole numbers less than 2³² apart",
    );
  }
  return { draw: (random) => low + random.interval(high - low) };
}

function requireRange(low: number, high: number): void {
  if (Number.isFinite(low) && Number.isFinite(high) && low < high) return;
  throw new InvalidParameterError("low and high", `${low} and ${high}`, "two finite numbers, ascending");
}
