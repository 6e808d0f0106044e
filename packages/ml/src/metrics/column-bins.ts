import { type Column, isNumericColumn } from "../columns.js";
import { sortNumbers } from "./sort-numbers.js";

/** Maximum number of bins for numbers. */
const maxBins = 64;

/** Rows whose numbers the cuts between bins are computed from: enough for each of 64 bins to have many. */
const maxCutRows = 10_000;

/** Parts of equal width into which the range of the cuts is divided to find a number's bin. */
const partCount = 256;

/** Divides the cells of a column into bins. */
export interface ColumnBins {
  /** Number of bins, the last of which is for texts that the column does not have. */
  readonly count: number;
  /** The bin of each of the first rows, from 0. */
  binsOf(column: Column, rows: number): Uint32Array;
}

/**
 * Each text is a bin. Numbers are cut at quantiles; where there are few distinct ones, each is a bin. Missing values have a
 * bin of their own.
 * @param column n ≥ 1 rows in random order, NaN or "" for missing
 * @param rows how many of them, from the first, are looked at
 */
export function columnBins(column: Column, rows: number): ColumnBins {
  return isNumericColumn(column)
    ? numberBins(cutsOf(column, Math.min(rows, maxCutRows)))
    : textBins(column, rows);
}

function textBins(texts: readonly string[], rows: number): ColumnBins {
  const known = new Map<unknown, number>();
  for (let row = 0; row < rows; row++) {
    const text = texts[row];
    if (!known.has(text)) known.set(text, known.size);
  }
  return {
    count: known.size + 1,
    binsOf: (column, n) => Uint32Array.from({ length: n }, (_, row) => known.get(column[row]) ?? known.size),
  };
}

/** The bin of a number is how many of the ascending cuts are ≤ it. */
function numberBins(cuts: Float64Array): ColumnBins {
  const missing = cuts.length + 1;
  const lowest = cuts[0] ?? 0;
  const parts = partCount / ((cuts.at(-1) ?? 0) - lowest);
  const partOf = (value: number): number =>
    Math.min(Math.max(Math.floor((value - lowest) * parts), 0), partCount);
  // How many cuts are in the parts of the range before each part, so that few are left to compare with.
  const cutsBefore = Uint8Array.from(
    { length: partCount + 1 },
    (_, part) => cuts.filter((cut) => partOf(cut) < part).length,
  );
  return {
    count: cuts.length + 2,
    binsOf(column, n) {
      const bins = new Uint32Array(n);
      const numbers = isNumericColumn(column) ? column : Float64Array.from(column, Number);
      for (let row = 0; row < n; row++) {
        const value = numbers[row] ?? Number.NaN;
        let bin = cutsBefore[partOf(value)] ?? 0;
        while ((cuts[bin] ?? Number.NaN) <= value) bin++;
        bins[row] = Number.isNaN(value) ? missing : bin;
      }
      return bins;
    },
  };
}

function cutsOf(column: ArrayLike<number>, rows: number): Float64Array {
  const present = new Float64Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const value = column[row] ?? Number.NaN;
    if (!Number.isNaN(value)) present[count++] = value;
  }
  const sorted = sortNumbers(present.subarray(0, count));
  const distinct = new Set(sorted);
  if (distinct.size <= maxBins) return Float64Array.from(distinct);
  const quantiles = Array.from({ length: maxBins }, (_, i) => sorted[Math.floor((i * count) / maxBins)] ?? 0);
  return Float64Array.from(new Set(quantiles));
}
