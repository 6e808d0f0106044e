import { BIN_SIZE, type Histograms } from "./histogram-layout.js";

// Loops of one purpose instead of one with conditions: this is where a fit spends most of its time.

/** Counts the rows of each bin. */
export function addCounts(sums: Histograms, start: number, bins: Uint8Array): void {
  for (let i = 0; i < bins.length; i++) {
    const at = start + BIN_SIZE * (bins[i] ?? 0) + 2;
    sums[at] = (sums[at] ?? 0) + 1;
  }
}

/** Adds the derivatives of all rows, without counting them. */
export function addAll(
  sums: Histograms,
  start: number,
  bins: Uint8Array,
  g: Float32Array,
  h: Float32Array,
): void {
  for (let i = 0; i < bins.length; i++) {
    const at = start + BIN_SIZE * (bins[i] ?? 0);
    sums[at] = (sums[at] ?? 0) + (g[i] ?? 0);
    sums[at + 1] = (sums[at + 1] ?? 0) + (h[i] ?? 0);
  }
}

/** Like `addAll`, without hessians. */
export function addAllGradients(sums: Histograms, start: number, bins: Uint8Array, g: Float32Array): void {
  for (let i = 0; i < bins.length; i++) {
    const at = start + BIN_SIZE * (bins[i] ?? 0);
    sums[at] = (sums[at] ?? 0) + (g[i] ?? 0);
  }
}

/**
 * Adds the derivatives of some rows, and counts them.
 * @param g of these rows, in their order; so is h
 */
export function addRows(
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

/** Like `addRows`, without hessians. */
export function addRowGradients(
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
