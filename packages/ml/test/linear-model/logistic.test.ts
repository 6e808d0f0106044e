import fc from "fast-check";
import { expect, test } from "vitest";
import { log1pExp, sigmoid } from "../../src/linear-model/logistic.js";

test.each([
  [0, 0.5],
  [2, 0.8807970779778823],
  [-2, 0.11920292202211755],
  [800, 1],
  [-800, 0],
])("sigmoid(%d) is %d", (x, expected) => {
  expect(sigmoid(x)).toBe(expected);
});

test("sigmoid keeps its digits for very negative numbers", () => {
  expect(sigmoid(-700) / Math.exp(-700)).toBeCloseTo(1, 12);
});

test.each([
  [0, Math.LN2],
  [800, 800],
  [-800, 0],
  [-40, 4.248354255291589e-18],
])("log1pExp(%d) is %d", (x, expected) => {
  expect(log1pExp(x)).toBe(expected);
});

test("probabilities of both classes add up to 1", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(sigmoid(x) + sigmoid(-x)).toBeCloseTo(1, 15);
    }),
  );
});
