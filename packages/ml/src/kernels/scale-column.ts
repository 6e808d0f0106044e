import type { NumericColumn } from "../columns.js";
import { columnKernel } from "./column-kernel.js";

/**
 * (value − mean) / scale of each value of a large column, by WebAssembly; the same bits as in JavaScript.
 * @returns undefined for a small column, without WebAssembly, for NaN or infinity
 */
export function scaleColumn(column: NumericColumn, mean: number, scale: number): Float64Array | undefined {
  const n = column.length;
  const kernel = columnKernel(n);
  if (kernel === undefined) return undefined;
  const { functions, rows } = kernel;
  const scaled = new Float64Array(n);
  for (let start = 0; start < n; start += rows.length) {
    const end = Math.min(start + rows.length, n);
    rows.set(column.subarray(start, end));
    if (end - start < rows.length) rows.fill(0, end - start);
    if (Number.isNaN(functions.scaleRows(mean, scale))) return undefined;
    scaled.set(end - start < rows.length ? rows.subarray(0, end - start) : rows, start);
  }
  return scaled;
}
