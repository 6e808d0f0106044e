import { type Column, materialize, type Table } from "../columns.js";
import { ShapeError } from "../errors.js";
import { copyOfLabels } from "../labels.js";
import { requireRows } from "../require-rows.js";
import type { StoredTrees } from "./boosted-trees-schema.js";
import type { CompleteBoostingOptions } from "./boosting-options.js";
import { type FeatureTable, learnFeatures } from "./features.js";
import { fitTrees } from "./fit-trees.js";
import type { Loss, Target } from "./loss.js";
import { validationSplit } from "./validation-split.js";

/**
 * The table that a fit learns from.
 * @param estimator names the class in the error
 * @throws {ShapeError} for no column, no row, or another number of targets than rows
 */
export function learnTable(
  estimator: string,
  x: Table,
  y: Column,
  { categoricalFeatures, maxBins }: CompleteBoostingOptions,
): FeatureTable {
  const table = materialize(x);
  if (table.numCols() === 0) throw new ShapeError(`${estimator}.fit: x has no columns to learn from.`);
  requireRows(estimator, table, y);
  return { table, features: learnFeatures(table, categoricalFeatures, maxBins) };
}

/**
 * Fits trees, in the form in which they are stored.
 * @param classes one for each row, where validation rows are drawn in proportion to them
 */
export function fitStoredTrees(
  data: FeatureTable,
  target: Target,
  loss: Loss,
  classes: Float64Array | undefined,
  options: CompleteBoostingOptions,
): StoredTrees {
  const split = validationSplit(target.y.length, classes, options);
  const { baseline, nIter, trees } = fitTrees(data, target, loss, split, options);
  const { categoricalFeatures: _columns, randomState: _seed, ...stored } = options;
  return {
    options: stored,
    featureNames: data.features.map(({ name }) => name),
    categories: data.features.map(({ categories }) =>
      categories === null ? null : copyOfLabels(categories),
    ),
    baseline,
    nIter,
    trees,
  };
}
