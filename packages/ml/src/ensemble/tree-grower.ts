import { BestFirstQueue } from "./best-first-queue.js";
import type { BinnedTable } from "./binned-table.js";
import { categorySplit } from "./category-split.js";
import { HistogramBuilder } from "./histogram-builder.js";
import type { Histograms } from "./histogram-layout.js";
import { numericSplit } from "./numeric-split.js";
import { rootSums } from "./root-sums.js";
import { RowPartition } from "./row-partition.js";
import { MIN_HESSIAN, type NodeSums, nodeValue, type Split, type SplitLimits } from "./split.js";

/** A node of a tree that grows. Its rows are a range of the partition. */
export interface GrownNode {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly sums: NodeSums;
  /** What is added to the raw predictions of the rows of a leaf; of other nodes, before the learning rate. */
  value: number;
  split: GrownSplit | undefined;
}

/** The split of a node, and its children. */
export interface GrownSplit extends Split {
  readonly leftChild: GrownNode;
  readonly rightChild: GrownNode;
}

/** How large trees grow. */
export interface TreeLimits {
  readonly maxLeafNodes: number | null;
  readonly maxDepth: number | null;
  readonly minSamplesLeaf: number;
  readonly l2Regularization: number;
  readonly learningRate: number;
}

/** A tree with the rows of its leaves. */
export interface GrownTree {
  readonly root: GrownNode;
  readonly leaves: readonly GrownNode[];
}

interface Splittable {
  readonly node: GrownNode;
  readonly split: Split;
  readonly histograms: Histograms;
}

/**
 * Grows trees leaf by leaf: the next node to be split is the one that gains most.
 * @see scikit-learn, ensemble/_hist_gradient_boosting/grower.py
 */
export class TreeGrower {
  readonly partition: RowPartition;
  readonly #table: BinnedTable;
  readonly #limits: TreeLimits;
  readonly #splitLimits: SplitLimits;
  readonly #builder: HistogramBuilder;
  readonly #maxBins: number;
  readonly #goesLeft = new Uint8Array(256);

  constructor(table: BinnedTable, limits: TreeLimits, hasConstantHessian: boolean, maxBins: number) {
    this.#table = table;
    this.#limits = limits;
    this.#splitLimits = { ...limits, hasConstantHessian };
    this.#builder = new HistogramBuilder(table, hasConstantHessian);
    this.#maxBins = maxBins;
    this.partition = new RowPartition(table.nRows);
  }

  /** The next tree. `partition` has the rows of its leaves until the next call. */
  grow(gradients: Float32Array, hessians: Float32Array): GrownTree {
    this.partition.reset();
    const leaves: GrownNode[] = [];
    const queue = new BestFirstQueue<Splittable>();
    const all = this.#builder.ofAll(gradients, hessians);
    const sums = rootSums(all, this.#table, this.#maxBins, this.#splitLimits.hasConstantHessian);
    const root: GrownNode = { start: 0, end: this.#table.nRows, depth: 0, sums, value: 0, split: undefined };
    if (sums.count < 2 * this.#limits.minSamplesLeaf || sums.hessians < MIN_HESSIAN) leaves.push(root);
    else this.#consider(root, all, queue, leaves);
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const [left, right] = this.#divide(next);
      const isFull = leaves.length + queue.size + 2 === this.#limits.maxLeafNodes;
      if (isFull) {
        leaves.push(left, right);
        this.#builder.giveBack(next.histograms);
        for (let rest = queue.pop(); rest !== undefined; rest = queue.pop()) {
          leaves.push(rest.node);
          this.#builder.giveBack(rest.histograms);
        }
      } else this.#considerChildren(left, right, next.histograms, queue, leaves);
    }
    for (const leaf of leaves) leaf.value *= this.#limits.learningRate;
    return { root, leaves };
  }

  #divide({ node, split }: Splittable): [GrownNode, GrownNode] {
    const column = this.#table.columns[split.feature];
    if (column === undefined) throw new RangeError("A split of a column that is not there");
    this.#goesLeft.fill(0);
    if (split.leftBins === undefined) this.#goesLeft.fill(1, 0, split.bin + 1);
    else for (const bin of split.leftBins) this.#goesLeft[bin] = 1;
    if (split.missingGoesLeft) this.#goesLeft[column.nBins] = 1;
    const middle = this.partition.divide(node.start, node.end, column.bins, this.#goesLeft);
    const depth = node.depth + 1;
    const child = (start: number, end: number, sums: NodeSums): GrownNode => {
      const value = nodeValue(sums.gradients, sums.hessians, this.#limits.l2Regularization);
      return { start, end, depth, sums, value, split: undefined };
    };
    const leftChild = child(node.start, middle, split.left);
    const rightChild = child(middle, node.end, split.right);
    // A column without missing values teaches nothing about them: they go where most rows go.
    const missingGoesLeft = column.hasMissing ? split.missingGoesLeft : split.left.count > split.right.count;
    node.split = { ...split, missingGoesLeft, leftChild, rightChild };
    return [leftChild, rightChild];
  }

  #considerChildren(
    left: GrownNode,
    right: GrownNode,
    histograms: Histograms,
    queue: BestFirstQueue<Splittable>,
    leaves: GrownNode[],
  ): void {
    const canSplit = ({ depth, sums }: GrownNode) =>
      depth !== this.#limits.maxDepth && sums.count >= 2 * this.#limits.minSamplesLeaf;
    for (const child of [left, right]) if (!canSplit(child)) leaves.push(child);
    if (!canSplit(left) && !canSplit(right)) {
      this.#builder.giveBack(histograms);
      return;
    }
    const small = left.sums.count < right.sums.count ? left : right;
    const rows = this.partition.rows.subarray(small.start, small.end);
    const ofSmall = this.#builder.ofRows(rows);
    const ofLarge = this.#builder.subtract(histograms, ofSmall);
    for (const child of [left, right]) {
      const ofChild = child === small ? ofSmall : ofLarge;
      if (canSplit(child)) this.#consider(child, ofChild, queue, leaves);
      else this.#builder.giveBack(ofChild);
    }
  }

  /** Finds the best split of a node: it waits in the queue, or is a leaf if there is none. */
  #consider(
    node: GrownNode,
    histograms: Histograms,
    queue: BestFirstQueue<Splittable>,
    leaves: GrownNode[],
  ): void {
    let best: Split | undefined;
    this.#table.columns.forEach((column, feature) => {
      const candidate = { column, feature, start: this.#builder.starts[feature] ?? 0 };
      const find = column.isCategorical ? categorySplit : numericSplit;
      best = find(candidate, histograms, node.sums, node.value, this.#splitLimits, best);
    });
    if (best === undefined) {
      leaves.push(node);
      this.#builder.giveBack(histograms);
    } else queue.push(best.gain, { node, split: best, histograms });
  }
}
