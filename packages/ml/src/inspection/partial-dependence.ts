import { type Column, columnOf, materialize, replaceColumns, type Table } from "../columns.js";
import { InvalidParameterError, ShapeError } from "../errors.js";
import type { Estimator } from "../estimator.js";
import { isClassifier } from "../is-classifier.js";
import { meanOfRows } from "../metrics/sample-weights.js";
import { Responses } from "../model-selection/responses.js";
import { requireSampleWeight } from "../sample-weight.js";
import { type GridOptions, gridValues } from "./grid-values.js";

/** Options of `partialDependence`. */
export interface PartialDependenceOptions extends GridOptions {
  /** Columns of numbers that stand for categories: each of them is a value. Texts always are. Default: none. */
  readonly categoricalFeatures?: readonly string[];
  /** The values of a column, instead of those that would be chosen. */
  readonly customValues?: Readonly<Record<string, readonly number[] | readonly string[]>>;
  /** Whether to return the prediction of each row too. Default: `false`. */
  readonly individual?: boolean;
  /** n weights ≥ 0 for the average. Default: 1 each. */
  readonly sampleWeight?: ArrayLike<number>;
}

/**
 * The predictions at each point of a grid: the combinations of the columns' values, the last column's changing fastest. There is one
 * output of a regressor and of a classifier of two classes (the probability of the greater one), else one for each class.
 */
export interface PartialDependence {
  /** The values of each of the columns. */
  readonly gridValues: readonly (Float64Array | readonly string[])[];
  /** For each output one number for each point: the mean over all rows. */
  readonly average: readonly Float64Array[];
  /** With `individual`, for each output n times the number of points: the points of the first row, then those of the second, … */
  readonly individual?: readonly Float64Array[];
}

/**
 * How a model's prediction changes with one or more columns: at each point of a grid the columns of all rows are set to the point's
 * values, and the predictions are averaged. It asks for rows that may not exist where the columns depend on others.
 * @param estimator a fitted model, or a pipeline: the columns are then those of the raw table
 * @param x n ≥ 1 rows
 * @param features names of one or more columns, numbers or texts
 * @throws {ShapeError} when there are no rows, no such column, or no value in it
 * @throws {InvalidParameterError} when an option is out of range, or names a column that is not in the table
 * @throws what the model's `predict` or `predictProba` throws
 * @see scikit-learn, inspection.partial_dependence with method="brute"; Friedman (2001), The Annals of Statistics 29:1189–1232
 */
export function partialDependence(
  estimator: Estimator,
  x: Table,
  features: readonly string[],
  options: PartialDependenceOptions = {},
): PartialDependence {
  const table = materialize(x);
  const n = table.numRows();
  if (n === 0 || features.length === 0) {
    throw new ShapeError(
      `partialDependence: found ${n} rows and ${features.length} names of columns, expected at least one of each.`,
    );
  }
  requireSampleWeight(options.sampleWeight, n);
  requireNames("categoricalFeatures", options.categoricalFeatures ?? [], table);
  requireNames("customValues", Object.keys(options.customValues ?? {}), table);
  const values = features.map((name) => valuesOf(table, name, options));
  const points = values.reduce((product, { length }) => product * length, 1);
  const average: Float64Array[] = [];
  const individual: Float64Array[] = [];
  const columns = values.map((ofFeature) => constantColumn(ofFeature, n));
  for (let point = 0; point < points; point++) {
    const changed = new Map<string, Column>();
    let rest = point;
    for (let j = features.length - 1; j >= 0; j--) {
      const ofFeature = values[j] ?? [];
      changed.set(features[j] ?? "", columns[j]?.(rest % ofFeature.length) ?? []);
      rest = Math.floor(rest / ofFeature.length);
    }
    outputs(estimator, replaceColumns(table, changed)).forEach((predicted, output) => {
      average[output] ??= new Float64Array(points);
      const means = average[output];
      means[point] = meanOfRows(n, (row) => predicted[row] ?? 0, options.sampleWeight);
      if (options.individual !== true) return;
      individual[output] ??= new Float64Array(n * points);
      const lines = individual[output];
      for (let row = 0; row < n; row++) lines[row * points + point] = predicted[row] ?? 0;
    });
  }
  return { gridValues: values, average, ...(options.individual === true && { individual }) };
}

/** A name that is no column is a typing error; one that is none of `features` has no effect. */
function requireNames(option: string, names: readonly string[], x: Table): void {
  const known = x.columnNames();
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new InvalidParameterError(option, JSON.stringify(unknown), `names of columns: ${known.join(", ")}`);
}

function valuesOf(
  x: Table,
  name: string,
  options: PartialDependenceOptions,
): Float64Array | readonly string[] {
  const { categoricalFeatures = [], customValues = {} } = options;
  const column = columnOf(x, name);
  const custom = Object.hasOwn(customValues, name) ? customValues[name] : undefined;
  if (custom === undefined) return gridValues(name, column, categoricalFeatures.includes(name), options);
  if (custom.length === 0)
    throw new InvalidParameterError(`customValues.${name}`, "no values", "at least one");
  return custom.every((value) => typeof value === "number") ? Float64Array.from(custom) : custom.map(String);
}

/** A column of one value in all n rows; the same array is filled again at each call. */
function constantColumn(values: Float64Array | readonly string[], n: number): (index: number) => Column {
  if (values instanceof Float64Array) {
    const numbers = new Float64Array(n);
    return (index) => numbers.fill(values[index] ?? Number.NaN);
  }
  const texts = new Array<string>(n);
  return (index) => texts.fill(values[index] ?? "");
}

function outputs(estimator: Estimator, x: Table): readonly ArrayLike<number>[] {
  const responses = new Responses(estimator, x);
  if (!isClassifier(estimator)) return [responses.numbers];
  const { probabilities } = responses;
  return probabilities.length === 2 ? probabilities.slice(1) : probabilities;
}
