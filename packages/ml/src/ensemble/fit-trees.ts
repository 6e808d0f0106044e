import { takeRows } from "../take-rows.js";
import { binTable } from "./binned-table.js";
import type { CompleteBoostingOptions } from "./boosting-options.js";
import { buildTree } from "./build-tree.js";
import { EarlyStopping } from "./early-stopping.js";
import { type FeatureTable, featureNumbers } from "./features.js";
import { type Loss, meanLoss, type Target } from "./loss.js";
import { addTrees } from "./predict-table.js";
import { Tree } from "./tree.js";
import { type GrownTree, TreeGrower } from "./tree-grower.js";
import type { StoredTree } from "./tree-schema.js";
import type { ValidationSplit } from "./validation-split.js";

/** Trees, and what they are added to. */
export interface Forest {
  /** k numbers, one for each tree of an iteration. */
  readonly baseline: number[];
  /** k for each iteration. */
  readonly trees: StoredTree[];
  readonly nIter: number;
}

/**
 * Gradient boosting: each iteration adds trees that follow the gradient of the loss.
 * @see scikit-learn, ensemble/_hist_gradient_boosting/gradient_boosting.py, BaseHistGradientBoosting.fit
 */
export function fitTrees(
  data: FeatureTable,
  target: Target,
  loss: Loss,
  { train, validation, stopsEarly, seed }: ValidationSplit,
  options: CompleteBoostingOptions,
): Forest {
  const fitted = train === undefined ? target : targetAt(target, train);
  const table = binTable(data, train, fitted.weights, options.maxBins, seed);
  const baseline = loss.baseline(fitted);
  const isConstant = loss.hasConstantHessian && fitted.weights === undefined;
  const grower = new TreeGrower(table, options, isConstant, options.maxBins);
  const raw = baseline.map((value) => new Float64Array(table.nRows).fill(value));
  const gradients = baseline.map(() => new Float32Array(table.nRows));
  const hessians = baseline.map(() => new Float32Array(isConstant ? 0 : table.nRows));
  const monitor = stopsEarly ? lossMonitor(data, target, loss, validation, baseline, raw, fitted) : undefined;
  const stopping = new EarlyStopping(options.nIterNoChange, options.tol);
  if (monitor) stopping.shouldStop(monitor([]));

  const trees: StoredTree[] = [];
  let nIter = 0;
  for (let isStopped = false; nIter < options.maxIter && !isStopped; nIter++) {
    loss.derivatives(fitted, raw, gradients, hessians);
    const grown = baseline.map((_, k) => {
      const [gradient, hessian, sums] = [gradients[k], hessians[k], raw[k]];
      if (!gradient || !hessian || !sums) throw new RangeError("No derivatives for a tree");
      const tree = grower.grow(gradient, hessian);
      setLeafValues(tree, grower.partition.rows, fitted, sums, loss, options.learningRate);
      addLeaves(sums, tree, grower.partition.rows);
      return buildTree(tree.root, table);
    });
    trees.push(...grown);
    if (monitor) isStopped = stopping.shouldStop(monitor(grown));
  }
  return { baseline, trees, nIter };
}

function targetAt({ y, weights }: Target, rows: Uint32Array): Target {
  return { y: takeRows(y, rows), weights: weights && takeRows(weights, rows) };
}

/** What takes the trees of an iteration and returns the loss with them, on the validation rows or those of the fit. */
function lossMonitor(
  data: FeatureTable,
  target: Target,
  loss: Loss,
  validation: Uint32Array | undefined,
  baseline: readonly number[],
  raw: readonly Float64Array[],
  fitted: Target,
): (grown: readonly StoredTree[]) => number {
  if (validation === undefined) return () => meanLoss(loss, fitted, raw);
  const held = targetAt(target, validation);
  const columns = data.features.map((feature) => takeRows(featureNumbers(data.table, feature), validation));
  const isCategorical = data.features.map(({ categories }) => categories !== null);
  const sums = baseline.map((value) => new Float64Array(validation.length).fill(value));
  return (grown) => {
    const trees = grown.map((tree) => new Tree(tree, isCategorical));
    addTrees(sums, columns, validation.length, trees);
    return meanLoss(loss, held, sums);
  };
}

/** Where the loss has no second derivative, the leaves get their values from the errors of their rows. */
function setLeafValues(
  { leaves }: GrownTree,
  rows: Uint32Array,
  target: Target,
  raw: Float64Array,
  loss: Loss,
  learningRate: number,
): void {
  if (loss.leafValue === undefined) return;
  for (const leaf of leaves) {
    leaf.value = learningRate * loss.leafValue(target, raw, rows.subarray(leaf.start, leaf.end));
  }
}

function addLeaves(raw: Float64Array, { leaves }: GrownTree, rows: Uint32Array): void {
  for (const { start, end, value } of leaves) {
    for (let i = start; i < end; i++) {
      const row = rows[i] ?? 0;
      raw[row] = (raw[row] ?? 0) + value;
    }
  }
}
