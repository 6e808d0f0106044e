import { expect, test } from "vitest";
import { columnMoments } from "../../src/kernels/column-moments.js";
import { largestRelativeError } from "../relative-error.js";
import { uniform } from "../uniform.js";

test("moments of a large column are those of two passes", () => {
  const random = uniform(3);
  const column = Float64Array.from({ length: 20_011 }, () => 1e6 + random());
  const weights = Float64Array.from(column, () => 1 + random());
  const mean = column.reduce((sum, value) => sum + (value - 1e6), 0) / column.length + 1e6;
  const moments = columnMoments(column, weights);
  expect(largestRelativeError([moments?.mean ?? 0], [mean])).toBeLessThan(1e-14);
  expect(moments?.variance).toBeCloseTo(
    column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length,
    10,
  );
  const squares = column.reduce((sum, value, i) => sum + (weights[i] ?? 0) * value * value, 0);
  expect(largestRelativeError([moments?.weightedSquares ?? 0], [squares])).toBeLessThan(1e-12);
});

test.each([0, 1e-170, 1e170, Number.NaN])("leaves a column of %s to the exact way", (value) => {
  expect(columnMoments(new Float64Array(20_000).fill(value))).toBeUndefined();
});

test("leaves small columns to the exact way", () => {
  expect(columnMoments(Float64Array.of(1, 2, 3))).toBeUndefined();
});

test("moments of whole numbers are exact, also of sorted ones", () => {
  const sorted = Int32Array.from({ length: 20_001 }, (_, i) => i);
  expect(columnMoments(sorted)).toEqual({
    mean: 10_000,
    variance: (20_001 ** 2 - 1) / 12,
    weightedSquares: (20_000 * 20_001 * 40_001) / 6,
  });
  expect(columnMoments(new Uint8Array(12_345).fill(200))).toMatchObject({ mean: 200, variance: 0 });
});
