import { expect, test } from "vitest";
import { InvalidParameterError } from "../../src/errors.js";
import { f1Interval } from "../../src/metrics/f1-interval.js";

test("gives the delta method's interval for 37 right, 20 wrong and 18 missed positives", () => {
  // F1 = 74/112; variance 4·37·38·75/112⁴ = 0.00268067…; 1.959964 standard errors to either side.
  const { lower, upper } = f1Interval({ truePositives: 37, falsePositives: 20, falseNegatives: 18 });
  expect(lower).toBeCloseTo(0.559237, 5);
  expect(upper).toBeCloseTo(0.762192, 5);
});

test("is a point where every answer is right, and at 0 where none is", () => {
  expect(f1Interval({ truePositives: 5, falsePositives: 0, falseNegatives: 0 })).toMatchObject({
    lower: 1,
    upper: 1,
  });
  expect(f1Interval({ truePositives: 0, falsePositives: 2, falseNegatives: 1 })).toMatchObject({
    lower: 0,
    upper: 0,
  });
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
