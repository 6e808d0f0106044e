import fc from "fast-check";
import { expect, test } from "vitest";
import { InvalidParameterError, rocAucConfidenceInterval, ShapeError } from "../../src/index.js";
import { reference, reference19, scaledDiabetes } from "../diabetes.js";
import { mannWhitney } from "./mann-whitney.js";

const { yTest } = scaledDiabetes();

test("is DeLong's on the diabetes data", () => {
  const interval = rocAucConfidenceInterval(yTest, reference.probabilities);
  const [auc = 0, standardError = 0] = reference19.delong.probabilities;
  expect(interval.auc).toBeCloseTo(auc, 14);
  expect(interval.standardError).toBeCloseTo(standardError, 14);
  expect(interval.lower).toBeCloseTo(0.7447196149, 9);
  expect(interval.upper).toBeCloseTo(0.8846651417, 9);
  expect(interval.confidence).toBe(0.95);
});

test("counts equal scores half", () => {
  const scores = reference.probabilities.map((p) => Number(p.toFixed(1)));
  const { auc, standardError } = rocAucConfidenceInterval(yTest, scores);
  expect(auc).toBeCloseTo(reference19.delong.rounded[0] ?? 0, 14);
  expect(standardError).toBeCloseTo(reference19.delong.rounded[1] ?? 0, 14);
});

test("agrees with the definition, row by row", () => {
  const rows = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: -5, max: 5 })), {
    minLength: 4,
    maxLength: 40,
  });
  fc.assert(
    fc.property(rows, (pairs) => {
      const yTrue = pairs.map(([positive]) => Number(positive));
      const nPositive = yTrue.filter((label) => label === 1).length;
      fc.pre(nPositive >= 2 && yTrue.length - nPositive >= 2);
      const scores = pairs.map(([, score]) => score);
      const found = rocAucConfidenceInterval(yTrue, scores);
      const expected = mannWhitney(yTrue, scores);
      expect(found.auc).toBeCloseTo(expected.auc, 12);
      expect(found.standardError).toBeCloseTo(expected.standardError, 12);
      expect(found.lower).toBeGreaterThanOrEqual(0);
      expect(found.upper).toBeLessThanOrEqual(1);
    }),
  );
});

test("is wider for more confidence", () => {
  const narrow = rocAucConfidenceInterval(yTest, reference.probabilities, { confidence: 0.8 });
  const wide = rocAucConfidenceInterval(yTest, reference.probabilities, { confidence: 0.99 });
  expect(wide.lower).toBeLessThan(narrow.lower);
  expect(wide.upper).toBeGreaterThan(narrow.upper);
});

test("a perfect ranking has no spread", () => {
  expect(rocAucConfidenceInterval([0, 0, 1, 1], [1, 2, 3, 4])).toEqual({
    auc: 1,
    standardError: 0,
    lower: 1,
    upper: 1,
    confidence: 0.95,
  });
});

test("is cut at 1", () => {
  expect(rocAucConfidenceInterval([0, 0, 1, 0, 1, 1], [1, 2, 3, 4, 5, 6]).upper).toBe(1);
});

test("refuses a class of one row", () => {
  expect(() => rocAucConfidenceInterval([0, 0, 1], [1, 2, 3])).toThrow(ShapeError);
});

test.each([0, 1, 95])("refuses the confidence %d", (confidence) => {
  expect(() => rocAucConfidenceInterval([0, 0, 1, 1], [1, 2, 3, 4], { confidence })).toThrow(
    InvalidParameterError,
  );
});
