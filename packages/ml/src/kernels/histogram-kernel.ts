import { HISTOGRAM_WASM } from "./histogram-wasm.js";
import { growMemory, instantiate, KERNEL_ROWS, type WasmMemory } from "./wasm-module.js";

/** Exports of wasm/histograms.ts. */
interface HistogramFunctions {
  readonly memory: WasmMemory;
  freeAt(): number;
  addAll(
    n: number,
    nColumns: number,
    gradients: number,
    hessians: number,
    bins: number,
    starts: number,
    histograms: number,
  ): void;
  addRows(
    rows: number,
    nRows: number,
    n: number,
    nColumns: number,
    gradients: number,
    hessians: number,
    bins: number,
    starts: number,
    histograms: number,
  ): void;
}

/** The largest memory that WebAssembly's addresses of 32 bits reach. */
const MAX_BYTES = 2 ** 32;

/** WebAssembly that adds the gradients of a table's rows by bin, and its memory. */
export class HistogramKernel {
  readonly #functions: HistogramFunctions;
  readonly #nRows: number;
  readonly #nColumns: number;
  readonly #at: Addresses;
  readonly #gradients: Float32Array;
  readonly #hessians: Float32Array;
  readonly #rows: Uint32Array;
  readonly #histograms: Float64Array;

  /** The memory must have grown to `at.end`. */
  private constructor(
    functions: HistogramFunctions,
    at: Addresses,
    columns: readonly Uint8Array[],
    starts: readonly number[],
    size: number,
  ) {
    const { buffer } = functions.memory;
    const nRows = columns[0]?.length ?? 0;
    this.#functions = functions;
    this.#at = at;
    this.#nRows = nRows;
    this.#nColumns = columns.length;
    this.#gradients = new Float32Array(buffer, at.gradients, nRows);
    this.#hessians = new Float32Array(buffer, at.hessians, nRows);
    this.#rows = new Uint32Array(buffer, at.rows, nRows);
    this.#histograms = new Float64Array(buffer, at.histograms, size);
    new Uint32Array(buffer, at.starts, starts.length).set(starts.map((start) => 8 * start));
    const bins = new Uint8Array(buffer, at.bins, nRows * columns.length);
    for (const [j, column] of columns.entries()) bins.set(column, j * nRows);
  }

  /**
   * The kernel for a table.
   * @param columns the bins of n rows, for each column
   * @param starts where the histogram of each column starts, in numbers
   * @param size of all histograms together, in numbers
   * @returns undefined for a small table, for one that memory does not hold, or without WebAssembly
   */
  static of(
    columns: readonly Uint8Array[],
    starts: readonly number[],
    size: number,
  ): HistogramKernel | undefined {
    const nRows = columns[0]?.length ?? 0;
    if (nRows < KERNEL_ROWS) return undefined;
    const functions = instantiate<HistogramFunctions>(HISTOGRAM_WASM);
    if (functions === undefined) return undefined;
    const at = addresses(functions.freeAt(), nRows, columns.length, size);
    if (at.end > MAX_BYTES || !growMemory(functions.memory, at.end)) return undefined;
    return new HistogramKernel(functions, at, columns, starts, size);
  }

  /** The derivatives that are added from now on: n numbers each, no hessians where they are constant. */
  setDerivatives(gradients: Float32Array, hessians: Float32Array): void {
    this.#gradients.set(gradients);
    this.#hessians.set(hessians);
  }

  /** Adds all rows to these histograms, in place, without counting them. */
  addAll(histograms: Float64Array): void {
    const { gradients, hessians, bins, starts, histograms: sums } = this.#at;
    this.#histograms.set(histograms);
    this.#functions.addAll(this.#nRows, this.#nColumns, gradients, hessians, bins, starts, sums);
    histograms.set(this.#histograms);
  }

  /** Overwrites these histograms by those of some rows. */
  ofRows(histograms: Float64Array, rows: Uint32Array): void {
    const { gradients, hessians, bins, starts, rows: rowsAt, histograms: sums } = this.#at;
    this.#histograms.fill(0);
    this.#rows.set(rows);
    this.#functions.addRows(
      rowsAt,
      rows.length,
      this.#nRows,
      this.#nColumns,
      gradients,
      hessians,
      bins,
      starts,
      sums,
    );
    histograms.set(this.#histograms);
  }
}

/** Where the arrays are in the memory, in bytes. */
interface Addresses {
  readonly histograms: number;
  readonly gradients: number;
  readonly hessians: number;
  readonly rows: number;
  readonly starts: number;
  readonly bins: number;
  readonly end: number;
}

function addresses(histograms: number, nRows: number, nColumns: number, size: number): Addresses {
  const gradients = histograms + 8 * size;
  const hessians = gradients + 4 * nRows;
  const rows = hessians + 4 * nRows;
  const starts = rows + 4 * nRows;
  const bins = starts + 4 * nColumns;
  return { histograms, gradients, hessians, rows, starts, bins, end: bins + nRows * nColumns };
}
