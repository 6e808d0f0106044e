import { expect, test } from "vitest";
import { typicalRange, withMargin } from "../src/typical-range.js";

test("is that of all numbers of all columns", () => {
  expect(typicalRange([3, 1], [2, 9])).toEqual([1, 9]);
});

test("leaves out a thousandth that would squeeze the others", () => {
  const evenly = Array.from({ length: 10_000 }, (_, i) => i / 10_000);
  const [from, to] = typicalRange([...evenly, 1e9, -1e9]);
  expect(from).toBeCloseTo(0.001, 3);
  expect(to).toBeCloseTo(0.999, 3);
});

test("keeps an outlier among few numbers", () => {
  expect(typicalRange([1, 2, 3, 1000])).toEqual([1, 1000]);
});

test("has a width around a constant", () => {
  expect(typicalRange([7, 7])).toEqual([6.5, 7.5]);
  expect(typicalRange([5000])).toEqual([4950, 5050]);
  expect(typicalRange([0, 5e-324])).toEqual([-0.5, 0.5]);
  expect(withMargin([0, 50])).toEqual([-1, 51]);
});
