import { expect, test } from "vitest";
import { formatFixed } from "../../src/metrics/format-fixed.js";

// As Python's format(value, f".{digits}f") writes them.
test.each([
  [0.625, 2, "0.62"],
  [0.375, 2, "0.38"],
  [0.125, 2, "0.12"],
  [0.875, 2, "0.88"],
  [0.5, 0, "0"],
  [1.5, 0, "2"],
  [2.5, 0, "2"],
  [0.25, 1, "0.2"],
  [0.75, 1, "0.8"],
  [-0.125, 2, "-0.12"],
  [0.0625, 3, "0.062"],
  [0.1875, 3, "0.188"],
  [1, 2, "1.00"],
  [0, 2, "0.00"],
])("%d with %d decimals is %s: a tie goes to the even digit", (value, digits, expected) => {
  expect(formatFixed(value, digits)).toBe(expected);
});

test.each([
  // No ties: the nearest binary numbers lie above or below.
  [0.145, 2, "0.14"],
  [0.285, 2, "0.28"],
  [1.005, 2, "1.00"],
  [0.615, 2, "0.61"],
  [0.135, 2, "0.14"],
  [2 / 3, 4, "0.6667"],
  [0.1, 20, "0.10000000000000000555"],
])("%d with %d decimals is %s: the exact binary value counts", (value, digits, expected) => {
  expect(formatFixed(value, digits)).toBe(expected);
});
