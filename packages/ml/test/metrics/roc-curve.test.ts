import fc from "fast-check";
import { expect, test } from "vitest";
import {
  InvalidParameterError,
  NotFiniteError,
  OneClassError,
  rocCurve,
  ShapeError,
} from "../../src/index.js";
import { reference, reference19, scaledDiabetes } from "../diabetes.js";
import { largestRelativeError } from "../relative-error.js";

const { yTest } = scaledDiabetes();

test("equals scikit-learn's on the diabetes data, with the infinite first threshold of 1.3 and later", () => {
  const { fpr, tpr, thresholds } = rocCurve(yTest, reference.probabilities);
  expect([...fpr]).toEqual(reference.roc_curve.fpr);
  expect([...tpr]).toEqual(reference.roc_curve.tpr);
  expect(thresholds[0]).toBe(Number.POSITIVE_INFINITY);
  expect([...thresholds.subarray(1)]).toEqual(reference.roc_curve.thresholds.slice(1));
});

test("keeps all points with dropIntermediate: false", () => {
  const { fpr, tpr } = rocCurve(yTest, reference.probabilities, { dropIntermediate: false });
  expect(fpr.length).toBe(reference19.roc_all_points.n);
  expect(largestRelativeError(fpr, reference19.roc_all_points.fpr)).toBe(0);
  expect(largestRelativeError(tpr, reference19.roc_all_points.tpr)).toBe(0);
});

test("equal scores share one point, as in scikit-learn", () => {
  const scores = reference.probabilities.map((p) => Number(p.toFixed(1)));
  const { fpr, tpr, thresholds } = rocCurve(yTest, scores);
  expect([...fpr]).toEqual(reference19.roc_ties.fpr);
  expect([...tpr]).toEqual(reference19.roc_ties.tpr);
  expect([...thresholds].slice(1)).toEqual(reference19.roc_ties.thresholds.slice(1));
});

test("goes through the corners of the example in scikit-learn's docs", () => {
  const curve = rocCurve([1, 1, 2, 2], [0.1, 0.4, 0.35, 0.8], { posLabel: 2 });
  expect([...curve.fpr]).toEqual([0, 0, 0.5, 0.5, 1]);
  expect([...curve.tpr]).toEqual([0, 0.5, 0.5, 1, 1]);
  expect([...curve.thresholds]).toEqual([Number.POSITIVE_INFINITY, 0.8, 0.4, 0.35, 0.1]);
});

test("the positive class may be the smaller label", () => {
  const curve = rocCurve(["no", "yes"], [0.9, 0.1], { posLabel: "no" });
  expect([...curve.tpr]).toEqual([0, 1, 1]);
});

test("rises from (0, 0) to (1, 1) while thresholds fall", () => {
  const rows = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 20 })), { minLength: 2 });
  fc.assert(
    fc.property(rows, fc.boolean(), (pairs, dropIntermediate) => {
      const yTrue = pairs.map(([positive]) => Number(positive));
      fc.pre(new Set(yTrue).size === 2);
      const curve = rocCurve(
        yTrue,
        pairs.map(([, score]) => score),
        { dropIntermediate },
      );
      expect([curve.fpr[0], curve.tpr[0], curve.fpr.at(-1), curve.tpr.at(-1)]).toEqual([0, 0, 1, 1]);
      expect(curve.fpr).toEqual(curve.fpr.toSorted());
      expect(curve.tpr).toEqual(curve.tpr.toSorted());
      expect(curve.thresholds).toEqual(curve.thresholds.toSorted().reverse());
    }),
  );
});

test("refuses one class, and names it", () => {
  expect(() => rocCurve([1, 1], [0.1, 0.2])).toThrow(OneClassError);
  expect(() => rocCurve([1, 1], [0.1, 0.2])).toThrow(/^rocCurve: found the one class 1/);
});

test("refuses a score that is not finite, and names its row", () => {
  expect(() => rocCurve([0, 1], [0.1, Number.NaN])).toThrow(new NotFiniteError("yScore", 2, Number.NaN));
});

test("refuses an unknown positive class, and three classes without posLabel", () => {
  expect(() => rocCurve([0, 1], [0.1, 0.2], { posLabel: 2 })).toThrow(InvalidParameterError);
  expect(() => rocCurve([0, 1, 2], [0.1, 0.2, 0.3])).toThrow(InvalidParameterError);
});

test("refuses different lengths and no rows", () => {
  expect(() => rocCurve([0, 1], [0.1])).toThrow(ShapeError);
  expect(() => rocCurve([], [])).toThrow(ShapeError);
});
