import { takeRows } from "../take-rows.js";
import { binThresholds } from "./bin-thresholds.js";
import { binningSample } from "./binning-sample.js";
import { type FeatureTable, featureNumbers, type TreeFeature } from "./features.js";

/** A column of which each row has the number of a bin: from 0 to nBins − 1, and nBins where it is missing. */
export interface BinnedColumn {
  readonly bins: Uint8Array;
  readonly nBins: number;
  readonly hasMissing: boolean;
  readonly isCategorical: boolean;
  /** One less than there are bins, ascending; empty for categories. */
  readonly thresholds: Float64Array;
  /** Position of the column in the table that was fitted on. */
  readonly position: number;
}

/** What trees are grown from. The columns of categories come first, as in scikit-learn. */
export interface BinnedTable {
  readonly nRows: number;
  readonly columns: readonly BinnedColumn[];
}

/**
 * Bins the rows of a table.
 * @param rows which rows, in this order. Default: all
 * @param weights one for each of these rows. Default: 1 each
 * @param seed of the draw of rows that the thresholds come from, where there are many
 */
export function binTable(
  { table, features }: FeatureTable,
  rows: Uint32Array | undefined,
  weights: Float64Array | undefined,
  maxBins: number,
  seed: number,
): BinnedTable {
  const nRows = rows?.length ?? table.numRows();
  const sample = binningSample(nRows, weights, seed);
  const binColumn = (feature: TreeFeature): BinnedColumn => {
    const all = featureNumbers(table, feature);
    const numbers = rows === undefined ? all : takeRows(all, rows);
    return feature.categories === null
      ? binNumbers(numbers, feature.position, sample, weights, maxBins)
      : binCategories(numbers, feature.position, feature.categories.length);
  };
  const categorical = features.filter(({ categories }) => categories !== null);
  const numeric = features.filter(({ categories }) => categories === null);
  return { nRows, columns: [...categorical, ...numeric].map(binColumn) };
}

function binNumbers(
  numbers: Float64Array,
  position: number,
  sample: Uint32Array | undefined,
  weights: Float64Array | undefined,
  maxBins: number,
): BinnedColumn {
  // The draw of a sample has used the weights already.
  const thresholds =
    sample === undefined
      ? binThresholds(numbers, maxBins, weights)
      : binThresholds(takeRows(numbers, sample), maxBins, undefined);
  const nBins = thresholds.length + 1;
  const bins = new Uint8Array(numbers.length);
  let hasMissing = false;
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i] ?? Number.NaN;
    if (Number.isNaN(value)) {
      bins[i] = nBins;
      hasMissing = true;
    } else bins[i] = binOf(value, thresholds);
  }
  return { bins, nBins, hasMissing, isCategorical: false, thresholds, position };
}

/** The first bin whose threshold is not below the value. */
function binOf(value: number, thresholds: Float64Array): number {
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high - 1) >> 1;
    if (value <= (thresholds[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function binCategories(codes: Float64Array, position: number, nBins: number): BinnedColumn {
  const bins = Uint8Array.from(codes, (code) => (Number.isNaN(code) ? nBins : code));
  const hasMissing = bins.includes(nBins);
  return { bins, nBins, hasMissing, isCategorical: true, thresholds: new Float64Array(0), position };
}
