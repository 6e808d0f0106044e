import { type Column, isNumericColumn, type NumericColumn, widen } from "../columns.js";
import { InvalidParameterError, ShapeError } from "../errors.js";
import { evenlySpaced } from "../evenly-spaced.js";
import { empiricalQuantile } from "./empirical-quantile.js";

/** How to choose the values of a column at which a model is asked. */
export interface GridOptions {
  /** The lowest and the highest value, as shares of the column's sorted numbers. Default: [0.05, 0.95]. */
  readonly percentiles?: readonly [low: number, high: number];
  /** Number of values, ≥ 2; a column of fewer distinct numbers has these. Default: 100. */
  readonly gridResolution?: number;
}

/**
 * The values of one column, ascending: all texts; all numbers where they are few, or stand for categories; else evenly spaced numbers.
 * NaN is left out.
 * @throws {ShapeError} when there is no value
 * @throws {InvalidParameterError} when an option is out of range, or both percentiles are the same number
 * @see scikit-learn, inspection._partial_dependence._grid_from_X
 */
export function gridValues(
  name: string,
  column: Column,
  isCategorical: boolean,
  { percentiles: [low, high] = [0.05, 0.95], gridResolution = 100 }: GridOptions,
): Float64Array | string[] {
  if (!(low >= 0 && low < high && high <= 1)) {
    throw new InvalidParameterError("percentiles", `${low} and ${high}`, "two ascending numbers from 0 to 1");
  }
  if (!(Number.isInteger(gridResolution) && gridResolution >= 2)) {
    throw new InvalidParameterError("gridResolution", gridResolution, "a whole number of at least 2");
  }
  if (!isNumericColumn(column)) return requireValues(name, [...new Set(column)].sort());
  const sorted = sortedNumbers(column);
  const distinct = requireValues(
    name,
    sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]),
  );
  if (isCategorical || distinct.length < gridResolution) return distinct;
  const [first, last] = [empiricalQuantile(sorted, low), empiricalQuantile(sorted, high)];
  if (Math.abs(first - last) <= 1e-8 + 1e-5 * Math.abs(last)) {
    throw new InvalidParameterError(
      "percentiles",
      `${low} and ${high}, which are both ${first} in column "${name}"`,
      "percentiles that are further apart",
    );
  }
  return evenlySpaced(first, last, gridResolution);
}

function sortedNumbers(column: NumericColumn): Float64Array {
  return widen(column)
    .filter((value) => !Number.isNaN(value))
    .sort();
}

function requireValues<Values extends ArrayLike<unknown>>(name: string, values: Values): Values {
  if (values.length > 0) return values;
  throw new ShapeError(`partialDependence: column "${name}" has no values, expected at least one.`);
}
