import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { averagePrecisionScore, OneClassError, precisionRecallCurve } from "../../src/index.js";
import answers from "../fixtures/multiclass-regression-metrics.json" with { type: "json" };
import { largestRelativeError } from "../relative-error.js";

describe.each(answers.binary)("on $name", ({ y, score, curves, averagePrecision }) => {
  test.each([
    ["all", false],
    ["dropped", true],
  ] as const)("the curve is scikit-learn's, %s points", (name, dropIntermediate) => {
    const curve = precisionRecallCurve(y, score, { dropIntermediate });
    expect(Array.from(curve.thresholds)).toEqual(curves[name].thresholds);
    expect(largestRelativeError(curve.precision, curves[name].precision)).toBeLessThan(1e-12);
    expect(largestRelativeError(curve.recall, curves[name].recall)).toBeLessThan(1e-12);
  });

  test("the average precision is scikit-learn's", () => {
    expect(averagePrecisionScore(y, score)).toBeCloseTo(averagePrecision, 12);
  });
});

test("precision and recall are those of the rows at each threshold", () => {
  const rows = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: -4, max: 4 })), {
    minLength: 2,
    maxLength: 40,
  });
  fc.assert(
    fc.property(rows, (pairs) => {
      const y = pairs.map(([isPositive]) => Number(isPositive));
      fc.pre(new Set(y).size === 2);
      const { precision, recall, thresholds } = precisionRecallCurve(
        y,
        pairs.map(([, score]) => score),
      );
      thresholds.forEach((threshold, i) => {
        const found = pairs.filter(([, score]) => score >= threshold);
        const right = found.filter(([isPositive]) => isPositive).length;
        expect(precision[i]).toBe(right / found.length);
        expect(recall[i]).toBe(right / y.filter((label) => label === 1).length);
      });
      expect([precision.at(-1), recall.at(-1)]).toEqual([1, 0]);
    }),
    { seed: 17, numRuns: 200 },
  );
});

test.each([
  ["a perfect ranking", [0.1, 0.2, 0.8, 0.9], 1],
  ["equal scores", [0.5, 0.5, 0.5, 0.5], 0.5],
])("%s has average precision %d", (_, scores, expected) => {
  expect(averagePrecisionScore(["no", "no", "yes", "yes"], scores)).toBe(expected);
});

test("refuses one class", () => {
  expect(() => precisionRecallCurve([1, 1], [0.1, 0.2])).toThrow(OneClassError);
  expect(() => averagePrecisionScore([0, 0], [0.1, 0.2])).toThrow(OneClassError);
});
