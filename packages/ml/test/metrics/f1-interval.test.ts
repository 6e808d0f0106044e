import { expect, test } from "vitest";
import { InvalidParameterError } from "../../src/errors.js";
import { f1Interval } from "../../src/metrics/f1-interval.js";

test("gives the delta method's interval for 37 right, 20 wrong and 18 missed positives", () => {
  // F1 = 74/112; variance 4·37·38·75/112⁴ = 0.00268067…; 1.959964 standard errors to either side.
  const { lower, upper } = f1Interval({ truePositives: 37, falsePositives: 20, falseNegatives: 18 });
  expect(lower).toBeCloseTo(0.559237, 5);
  expect(upper).toBeCloseTo(0.762192, 5);
});

test("is wider than a point if no positive is right: 0 of 4 may be an F1 of up to 0.66", () => {
  // Wilson's interval of 0 of 4 reaches z² / (4 + z²) = 0.489891 (statsmodels 0.14, proportion_confint); 2J / (1 + J) of it.
  const { lower, upper } = f1Interval({ truePositives: 0, falsePositives: 0, falseNegatives: 4 });
  expect(lower).toBe(0);
  expect(upper).toBeCloseTo(0.65762, 5);
});

test("is wider than a point if every prediction is right", () => {
  // Wilson's interval of 5 of 5 begins at 5 / (5 + z²) = 0.565518.
  const { lower, upper } = f1Interval({ truePositives: 5, falsePositives: 0, falseNegatives: 0 });
  expect(lower).toBeCloseTo(0.722467, 5);
  expect(upper).toBe(1);
});

test("narrows with the number of rows, even at 0", () => {
  const few = f1Interval({ truePositives: 0, falsePositives: 10, falseNegatives: 10 });
  const many = f1Interval({ truePositives: 0, falsePositives: 500, falseNegatives: 500 });
  expect(many.upper).toBeLessThan(few.upper / 10);
});

test("stays within 0 and 1", () => {
  expect(f1Interval({ truePositives: 1, falsePositives: 1, falseNegatives: 0 }, 0.999)).toMatchObject({
    lower: 0,
    upper: 1,
  });
});

test("refuses counts that are all 0", () => {
  expect(() => f1Interval({ truePositives: 0, falsePositives: 0, falseNegatives: 0 })).toThrow(
    InvalidParameterError,
  );
});
