import { expect, test } from "vitest";
import { OneClassError } from "../../src/errors.js";
import { brierScoreInterval } from "../../src/metrics/brier-score-interval.js";

test("reaches 1.96 standard errors of the squared errors to either side", () => {
  // Squared errors 0.01, 0.04, 0.09, 0.16: mean 0.075, variance 0.0043, standard error √(0.0043/4) = 0.0327872.
  const { lower, upper } = brierScoreInterval([0, 0, 1, 1], [0.1, 0.2, 0.7, 0.6]);
  expect(lower).toBeCloseTo(0.075 - 1.959964 * 0.0327872, 6);
  expect(upper).toBeCloseTo(0.075 + 1.959964 * 0.0327872, 6);
});

test("does not go below 0", () => {
  expect(brierScoreInterval([0, 1, 1], [0, 1, 0.5]).lower).toBe(0);
});

test("refuses a single class", () => {
  expect(() => brierScoreInterval([1, 1], [0.5, 0.6])).toThrow(OneClassError);
});
