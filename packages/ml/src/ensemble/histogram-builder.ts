import { HistogramKernel } from "../kernels/histogram-kernel.js";
import type { BinnedTable } from "./binned-table.js";
import { BIN_SIZE, type Histograms } from "./histogram-layout.js";
import { addAll, addAllGradients, addCounts, addRowGradients, addRows } from "./histogram-loops.js";

/**
 * Builds the histograms of nodes: of large tables by WebAssembly, of others with the same bits in JavaScript. Those that are
 * given back are used again.
 */
export class HistogramBuilder {
  /** Where the histogram of each column starts. */
  readonly starts: readonly number[];
  readonly #table: BinnedTable;
  readonly #size: number;
  readonly #hasConstantHessian: boolean;
  readonly #kernel: HistogramKernel | undefined;
  /** The histograms of all rows, without their sums: the counts are the same in each tree. */
  readonly #countsOfAll: Histograms;
  readonly #spare: Histograms[] = [];
  /** The derivatives of a node's rows, side by side. */
  readonly #ordered: { readonly gradients: Float32Array; readonly hessians: Float32Array };
  #gradients: Float32Array = new Float32Array(0);
  #hessians: Float32Array = new Float32Array(0);

  constructor(table: BinnedTable, hasConstantHessian: boolean) {
    this.#table = table;
    this.#hasConstantHessian = hasConstantHessian;
    let size = 0;
    this.starts = table.columns.map(({ nBins }) => {
      const start = size;
      size += BIN_SIZE * (nBins + 1);
      return start;
    });
    this.#size = size;
    this.#countsOfAll = new Float64Array(size);
    for (const [j, { bins }] of table.columns.entries()) {
      addCounts(this.#countsOfAll, this.starts[j] ?? 0, bins);
    }
    const columns = table.columns.map(({ bins }) => bins);
    this.#kernel = HistogramKernel.of(columns, this.starts, size);
    const nOrdered = this.#kernel === undefined ? table.nRows : 0;
    this.#ordered = { gradients: new Float32Array(nOrdered), hessians: new Float32Array(nOrdered) };
  }

  /**
   * The histograms of all rows. Those of some rows are from then on of the same derivatives.
   * @param hessians empty where they are constant
   */
  ofAll(gradients: Float32Array, hessians: Float32Array): Histograms {
    this.#gradients = gradients;
    this.#hessians = hessians;
    const histograms = this.#take();
    histograms.set(this.#countsOfAll);
    if (this.#kernel !== undefined) {
      this.#kernel.setDerivatives(gradients, hessians);
      this.#kernel.addAll(histograms);
      return histograms;
    }
    for (const [j, { bins }] of this.#table.columns.entries()) {
      const start = this.starts[j] ?? 0;
      if (this.#hasConstantHessian) addAllGradients(histograms, start, bins, gradients);
      else addAll(histograms, start, bins, gradients, hessians);
    }
    return histograms;
  }

  /** The histograms of some rows. */
  ofRows(rows: Uint32Array): Histograms {
    const histograms = this.#take();
    if (this.#kernel !== undefined) {
      this.#kernel.ofRows(histograms, rows);
      return histograms;
    }
    histograms.fill(0);
    const { gradients, hessians } = this.#ordered;
    gather(gradients, this.#gradients, rows);
    if (!this.#hasConstantHessian) gather(hessians, this.#hessians, rows);
    for (const [j, { bins }] of this.#table.columns.entries()) {
      const start = this.starts[j] ?? 0;
      if (this.#hasConstantHessian) addRowGradients(histograms, start, bins, rows, gradients);
      else addRows(histograms, start, bins, rows, gradients, hessians);
    }
    return histograms;
  }

  /** Takes the histograms of one child away from those of its parent: what is left are those of the other child. */
  subtract(parent: Histograms, child: Histograms): Histograms {
    for (let i = 0; i < parent.length; i++) parent[i] = (parent[i] ?? 0) - (child[i] ?? 0);
    return parent;
  }

  /** These histograms are no longer needed. */
  giveBack(histograms: Histograms): void {
    this.#spare.push(histograms);
  }

  #take(): Histograms {
    return this.#spare.pop() ?? new Float64Array(this.#size);
  }
}

function gather(ordered: Float32Array, values: Float32Array, rows: Uint32Array): void {
  for (let i = 0; i < rows.length; i++) ordered[i] = values[rows[i] ?? 0] ?? 0;
}
