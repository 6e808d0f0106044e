import fc from "fast-check";
import { expect, test } from "vitest";
import { InvalidParameterError, wilsonInterval } from "../../src/index.js";

// statsmodels 0.14, proportion_confint(successes, n, method="wilson")
test.each([
  [116, 154, 0.6795445396, 0.8146222059],
  [1, 10, 0.0178762131, 0.4041500268],
  [8, 10, 0.4901624715, 0.9433178485],
])("%d of %d lies between %d and %d", (successes, n, lower, upper) => {
  const interval = wilsonInterval(successes, n);
  expect(interval.lower).toBeCloseTo(lower, 9);
  expect(interval.upper).toBeCloseTo(upper, 9);
});

test("the interval of 0 of 10 is between 0 and 0.28", () => {
  // With p = 0 the upper end is z² / (n + z²).
  expect(wilsonInterval(0, 10)).toEqual({
    lower: 0,
    upper: expect.closeTo(0.2775327998, 9),
    confidence: 0.95,
  });
});

test("the interval of 10 of 10 is between 0.72 and 1", () => {
  expect(wilsonInterval(10, 10)).toEqual({
    lower: expect.closeTo(0.7224672002, 9),
    upper: 1,
    confidence: 0.95,
  });
});

test("contains the share, and failures mirror successes", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(1000), (n, k) => {
      const successes = k % (n + 1);
      const { lower, upper } = wilsonInterval(successes, n, 0.9);
      const mirrored = wilsonInterval(n - successes, n, 0.9);
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower).toBeLessThanOrEqual(successes / n);
      expect(upper).toBeGreaterThanOrEqual(successes / n);
      expect(mirrored.lower).toBeCloseTo(1 - upper, 12);
    }),
  );
});

test.each([
  [1, 0, 0.95],
  [-1, 10, 0.95],
  [11, 10, 0.95],
  [1.5, 10, 0.95],
  [5, 10, 1],
  [5, 10, 95],
])("refuses %d of %d with confidence %d", (successes, n, confidence) => {
  expect(() => wilsonInterval(successes, n, confidence)).toThrow(InvalidParameterError);
});
