import { expect, test } from "vitest";
import { summarizeNumbers } from "../src/index.js";

test("summarizes the numbers that are there", () => {
  // numpy 1.26: np.std([2, 4, 0, 10], ddof=1)
  expect(summarizeNumbers(Float64Array.of(2, Number.NaN, 4, 0, 10))).toEqual({
    missing: 1,
    zeros: 1,
    mean: 4,
    std: 4.320493798938574,
    min: 0,
    max: 10,
  });
});

test("takes whole numbers of any width", () => {
  const summary = summarizeNumbers(Float64Array.of(2, 4, 0, 10));
  expect(summarizeNumbers(Uint8Array.of(2, 4, 0, 10))).toEqual(summary);
  expect(summarizeNumbers(Int32Array.of(2, 4, 0, 10))).toEqual(summary);
});

test("is NaN without a number", () => {
  expect(summarizeNumbers(Float64Array.of(Number.NaN))).toEqual({
    missing: 1,
    zeros: 0,
    mean: Number.NaN,
    std: Number.NaN,
    min: Number.NaN,
    max: Number.NaN,
  });
});
