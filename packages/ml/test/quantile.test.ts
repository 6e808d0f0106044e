import { expect, test } from "vitest";
import { quantile } from "../src/quantile.js";

test.each([
  [0, 1],
  [0.25, 1.75],
  [0.5, 2.5],
  [0.9, 6.5],
  [1, 8],
])("share %d of 1, 2, 3, 8 lies at %d, as numpy has it", (share, expected) => {
  expect(quantile(Float64Array.of(1, 2, 3, 8), share)).toBeCloseTo(expected, 14);
});

test("one value is every quantile", () => {
  expect(quantile(Float64Array.of(5), 0.3)).toBe(5);
});
