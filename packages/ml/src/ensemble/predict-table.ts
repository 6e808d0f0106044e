import { type FeatureTable, featureNumbers } from "./features.js";
import type { Tree } from "./tree.js";

/** Rows that are laid side by side and go through all trees together: they stay in the processor's cache. */
const BLOCK = 256;

/**
 * The sums of the trees' values for each row.
 * @param baseline where the sums start: k numbers, one for each tree of an iteration
 * @param trees k for each iteration
 * @returns k arrays of n numbers
 */
export function predictTable(
  { table, features }: FeatureTable,
  baseline: readonly number[],
  trees: readonly Tree[],
): Float64Array[] {
  return predictColumns(
    features.map((feature) => featureNumbers(table, feature)),
    table.numRows(),
    baseline,
    trees,
  );
}

/**
 * Like `predictTable`, on columns of numbers and of positions of categories.
 * @param columns NaN for missing
 */
export function predictColumns(
  columns: readonly Float64Array[],
  nRows: number,
  baseline: readonly number[],
  trees: readonly Tree[],
): Float64Array[] {
  const sums = baseline.map((value) => new Float64Array(nRows).fill(value));
  addTrees(sums, columns, nRows, trees);
  return sums;
}

/** Adds the values of trees to sums that are there. */
export function addTrees(
  sums: readonly Float64Array[],
  columns: readonly Float64Array[],
  nRows: number,
  trees: readonly Tree[],
): void {
  const width = columns.length;
  const cells = new Float64Array(width * Math.min(BLOCK, nRows));
  for (let start = 0; start < nRows; start += BLOCK) {
    const rows = Math.min(BLOCK, nRows - start);
    for (const [j, column] of columns.entries()) {
      for (let i = 0; i < rows; i++) cells[i * width + j] = column[start + i] ?? Number.NaN;
    }
    for (const [t, tree] of trees.entries()) {
      const sum = sums[t % sums.length];
      if (sum !== undefined) tree.addTo(sum, cells, width, start, rows);
    }
  }
}
