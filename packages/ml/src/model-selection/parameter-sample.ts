import { InvalidParameterError } from "../errors.js";
import { mapValues } from "../map-values.js";
import type { ParameterDistribution } from "./parameter-distribution.js";
import { type ParameterValues, parameterGrid } from "./parameter-grid.js";
import { RandomState } from "./random-state.js";
import { sampleWithoutReplacement } from "./sample-without-replacement.js";

/** For each parameter the values to draw from: a list, or a distribution. */
export type ParameterDistributions = Readonly<
  Record<string, readonly unknown[] | ParameterDistribution<unknown>>
>;

/** One value of each parameter. */
export type DrawnParameters<From extends ParameterDistributions> = {
  readonly [Name in keyof From]: From[Name] extends readonly (infer Value)[]
    ? Value
    : From[Name] extends ParameterDistribution<infer Value>
      ? Value
      : never;
};

/** How many candidates to draw. */
export interface ParameterSampleOptions {
  /** Number of candidates, ≥ 1; all combinations if there are only lists, and fewer of them. Default: 10. */
  readonly nIter?: number;
  /** Seed, a whole number from 0 to 2³² − 1. Default: random. */
  readonly randomState?: number;
}

/**
 * Candidates drawn at random. Of lists only, some of the combinations of `parameterGrid`, none twice; with a distribution, each
 * parameter of each candidate is drawn on its own.
 *
 * @example
 * parameterSample({ C: logUniformNumbers(1e-3, 1e3), fitIntercept: [true, false] }, { nIter: 20, randomState: 0 });
 *
 * @throws {InvalidParameterError} when a parameter has no values, or an option is out of range
 * @see scikit-learn, model_selection.ParameterSampler
 */
export function parameterSample<const From extends ParameterDistributions>(
  distributions: From,
  { nIter = 10, randomState }: ParameterSampleOptions = {},
): DrawnParameters<From>[] {
  if (!(Number.isInteger(nIter) && nIter >= 1)) {
    throw new InvalidParameterError("nIter", nIter, "a whole number of at least 1");
  }
  const random = new RandomState(randomState);
  const drawn = areLists(distributions)
    ? drawCombinations(parameterGrid(distributions), nIter, random)
    : Array.from({ length: nIter }, () => drawEach(distributions, random));
  // One value of each parameter, which loops over the names cannot say.
  return drawn as DrawnParameters<From>[];
}

function areLists(distributions: ParameterDistributions): distributions is ParameterValues {
  return Object.values(distributions).every((values) => Array.isArray(values));
}

function drawCombinations<Parameters>(
  all: readonly Parameters[],
  nIter: number,
  random: RandomState,
): Parameters[] {
  const drawn = sampleWithoutReplacement(all.length, Math.min(nIter, all.length), random);
  return drawn.flatMap((index) => all.slice(index, index + 1));
}

function drawEach(distributions: ParameterDistributions, random: RandomState): Record<string, unknown> {
  const sorted = Object.fromEntries(Object.entries(distributions).sort(([a], [b]) => (a < b ? -1 : 1)));
  return mapValues(sorted, (values, name) => {
    if ("draw" in values) return values.draw(random);
    if (values.length === 0)
      throw new InvalidParameterError(`distributions.${name}`, "no values", "at least one");
    return values[random.interval(values.length - 1)];
  });
}
