import { expect, test } from "vitest";
import { addAll, addRows } from "../../src/ensemble/histogram-loops.js";
import { HistogramKernel } from "../../src/kernels/histogram-kernel.js";
import { uniform } from "../uniform.js";

const n = 10_007;
const random = uniform(5);
const widths = [255, 2, 40];
const columns = widths.map((width) => Uint8Array.from({ length: n }, () => random() * (width + 1)));
const starts = [0, 3 * 256, 3 * (256 + 3)];
const size = 3 * (256 + 3 + 41);
const gradients = Float32Array.from({ length: n }, () => random() - 0.5);
const hessians = Float32Array.from({ length: n }, random);
const rows = Uint32Array.from({ length: n }, (_, row) => row).filter(() => random() < 0.4);

test("WebAssembly adds all rows to the same bits as JavaScript", () => {
  const [expected, found] = [new Float64Array(size), new Float64Array(size)];
  for (const [j, bins] of columns.entries()) addAll(expected, starts[j] ?? 0, bins, gradients, hessians);
  const kernel = HistogramKernel.of(columns, starts, size);
  kernel?.setDerivatives(gradients, hessians);
  kernel?.addAll(found);
  expect(found).toEqual(expected);
});

test("WebAssembly adds and counts some rows to the same bits as JavaScript", () => {
  const [expected, found] = [new Float64Array(size), new Float64Array(size).fill(7)];
  const [ordered, orderedHessians] = [gradients, hessians].map((all) =>
    Float32Array.from(rows, (row) => all[row] ?? 0),
  );
  for (const [j, bins] of columns.entries()) {
    addRows(expected, starts[j] ?? 0, bins, rows, ordered ?? gradients, orderedHessians ?? hessians);
  }
  const kernel = HistogramKernel.of(columns, starts, size);
  kernel?.setDerivatives(gradients, hessians);
  kernel?.ofRows(found, rows);
  expect(found).toEqual(expected);
});

test("a small table has no kernel", () => {
  expect(HistogramKernel.of([new Uint8Array(9999)], [0], 3)).toBeUndefined();
});
