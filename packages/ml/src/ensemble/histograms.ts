import type { BinnedTable } from "./binned-table.js";

/** Numbers for each bin of a histogram: the sum of gradients, the sum of hessians, the count of rows. */
export const BIN_SIZE = 3;

/** A histogram of each column, one after the other: `BIN_SIZE` numbers for each bin, the one of missing values last. */
export type Histograms = Float64Array;

/** Builds the histograms of nodes. Those that are given back are used again. */
export class HistogramBuilder {
  /** Where the histogram of each column starts. */
  readonly starts: readonly number[];
  readonly #table: BinnedTable;
  readonly #size: number;
  readonly #hasConstantHessian: boolean;
  readonly #gradients: Float32Array;
  readonly #hessians: Float32Array;
  readonly #spare: Histograms[] = [];

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
    this.#gradients = new Float32Array(table.nRows);
    this.#hessians = new Float32Array(hasConstantHessian ? 0 : table.nRows);
  }

  /** The histograms of all rows. */
  ofAll(gradients: Float32Array, hessians: Float32Array): Histograms {
    const histograms = this.#empty();
    this.#table.columns.forEach(({ bins }, j) => {
      const start = this.starts[j] ?? 0;
      if (this.#hasConstantHessian) addAllGradients(histograms, start, bins, gradients);
      else addAll(histograms, start, bins, gradients, hessians);
    });
    return histograms;
  }

  /** The histograms of some rows. */
  ofRows(rows: Uint32Array, gradients: Float32Array, hessians: Float32Array): Histograms {
    const histograms = this.#empty();
    gather(this.#gradients, gradients, rows);
    if (!this.#hasConstantHessian) gather(this.#hessians, hessians, rows);
    this.#table.columns.forEach(({ bins }, j) => {
      const start = this.starts[j] ?? 0;
      if (this.#hasConstantHessian) addRowGradients(histograms, start, bins, rows, this.#gradients);
      else addRows(histograms, start, bins, rows, this.#gradients, this.#hessians);
    });
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

  #empty(): Histograms {
    return this.#spare.pop()?.fill(0) ?? new Float64Array(this.#size);
  }
}

function gather(ordered: Float32Array, values: Float32Array, rows: Uint32Array): void {
  for (let i = 0; i < rows.length; i++) ordered[i] = values[rows[i] ?? 0] ?? 0;
}

// Four loops instead of one with conditions: this is where a fit spends most of its time.

function addAll(sums: Histograms, start: number, bins: Uint8Array, g: Float32Array, h: Float32Array): void {
  for (let i = 0; i < bins.length; i++) {
    const at = start + BIN_SIZE * (bins[i] ?? 0);
    sums[at] = (sums[at] ?? 0) + (g[i] ?? 0);
    sums[at + 1] = (sums[at + 1] ?? 0) + (h[i] ?? 0);
    sums[at + 2] = (sums[at + 2] ?? 0) + 1;
  }
}

function addAllGradients(sums: Histograms, start: number, bins: Uint8Array, g: Float32Array): void {
  for (let i = 0; i < bins.length; i++) {
    const at = start + BIN_SIZE * (bins[i] ?? 0);
    sums[at] = (sums[at] ?? 0) + (g[i] ?? 0);
    sums[at + 2] = (sums[at + 2] ?? 0) + 1;
  }
}

function addRows(
  sums: Histograms,
  start: number,
  bins: Uint8Array,
  rows: Uint32Array,
  g: Float32Array,
  h: Float32Array,
): void {
  for (let i = 0; i < rows.length; i++) {
    const at = start + BIN_SIZE * (bins[rows[i] ?? 0] ?? 0);
    sums[at] = (sums[at] ?? 0) + (g[i] ?? 0);
    sums[at + 1] = (sums[at + 1] ?? 0) + (h[i] ?? 0);
    sums[at + 2] = (sums[at + 2] ?? 0) + 1;
  }
}

function addRowGradients(
  sums: Histograms,
  start: number,
  bins: Uint8Array,
  rows: Uint32Array,
  g: Float32Array,
): void {
  for (let i = 0; i < rows.length; i++) {
    const at = start + BIN_SIZE * (bins[rows[i] ?? 0] ?? 0);
    sums[at] = (sums[at] ?? 0) + (g[i] ?? 0);
    sums[at + 2] = (sums[at + 2] ?? 0) + 1;
  }
}
