import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  explainedVarianceScore,
  InvalidParameterError,
  maxError,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanSquaredError,
  medianAbsoluteError,
  NotFiniteError,
  r2Score,
  rootMeanSquaredError,
  ShapeError,
} from "../../src/index.js";
import answers from "../fixtures/multiclass-regression-metrics.json" with { type: "json" };
import { largestRelativeError } from "../relative-error.js";

const metrics = [
  ["r2", r2Score],
  ["explainedVariance", explainedVarianceScore],
  ["mse", meanSquaredError],
  ["rmse", rootMeanSquaredError],
  ["mae", meanAbsoluteError],
  ["median", medianAbsoluteError],
  ["mape", meanAbsolutePercentageError],
] as const;

describe.each(answers.regression)("on $name", ({ y, predicted, weight, plain, weighted, ...answer }) => {
  test.each(metrics)("%s is scikit-learn's, with and without weights", (name, metric) => {
    expect(largestRelativeError([metric(y, predicted)], [plain[name]])).toBeLessThan(1e-12);
    const found = metric(y, predicted, { sampleWeight: weight });
    expect(largestRelativeError([found], [weighted[name]])).toBeLessThan(1e-12);
  });

  test("the largest error is scikit-learn's", () => {
    expect(maxError(y, predicted)).toBe(answer.maxError);
  });
});

const finite = fc.integer({ min: -8000, max: 8000 }).map((value) => value / 8);
const rows = fc.array(fc.tuple(finite, finite, fc.integer({ min: 0, max: 3 })), {
  minLength: 2,
  maxLength: 30,
});

test.each(metrics)("%s with whole weights is that of the rows repeated", (_, metric) => {
  fc.assert(
    fc.property(rows, (triples) => {
      const repeated = triples.flatMap(([y, p, times]) =>
        Array.from({ length: times }, () => [y, p] as const),
      );
      fc.pre(repeated.length > 1);
      const [y, p, w] = [0, 1, 2].map((i) => triples.map((triple) => triple[i] ?? 0));
      const weighted = metric(y ?? [], p ?? [], { sampleWeight: w });
      const plain = metric(
        repeated.map(([value]) => value),
        repeated.map(([, value]) => value),
      );
      expect(Math.abs(weighted - plain)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(plain)));
    }),
    { seed: 17, numRuns: 200 },
  );
});

test("a constant target has R² 1 where all is right, else 0, as in scikit-learn", () => {
  expect(r2Score([4, 4, 4], [4, 4, 4])).toBe(1);
  expect(r2Score([4, 4, 4], [4, 4, 5])).toBe(0);
  expect(explainedVarianceScore([4, 4, 4], [5, 5, 5])).toBe(1);
});

test("a constant target whose mean is rounded is constant all the same", () => {
  const tenths = new Array<number>(10).fill(0.1);
  expect(r2Score(tenths, tenths)).toBe(1);
  expect(r2Score(tenths, new Array<number>(10).fill(0.3))).toBe(0);
  expect(explainedVarianceScore(tenths, new Array<number>(10).fill(0.3))).toBe(1);
  expect(explainedVarianceScore(tenths, [...tenths.slice(1), 0.3])).toBe(0);
  const sampleWeight = [...new Array<number>(10).fill(0.7), 0];
  expect(r2Score([...tenths, 9], [...tenths.map(() => 0.3), 9], { sampleWeight })).toBe(0);
});

test("a target of 0 makes the percentage error huge, as in scikit-learn", () => {
  expect(meanAbsolutePercentageError([0, 1], [1, 1])).toBeCloseTo(1 / 2 / Number.EPSILON, -3);
});

test.each(metrics)("%s refuses no rows, different lengths, NaN and wrong weights", (_, metric) => {
  expect(() => metric([], [])).toThrow(ShapeError);
  expect(() => metric([1, 2], [1])).toThrow(ShapeError);
  expect(() => metric([1, Number.NaN], [1, 2])).toThrow(NotFiniteError);
  expect(() => metric([1, 2], [1, Number.POSITIVE_INFINITY])).toThrow('column "yPred", row 2');
  expect(() => metric([1, 2], [1, 2], { sampleWeight: [1] })).toThrow(ShapeError);
  expect(() => metric([1, 2], [1, 2], { sampleWeight: [1, -1] })).toThrow("sampleWeight, row 2");
  expect(() => metric([1, 2], [1, 2], { sampleWeight: [0, 0] })).toThrow(InvalidParameterError);
  expect(() => metric([1, 2], [1, 2], { sampleWeight: [0, Number.NaN] })).toThrow("sampleWeight, row 2");
});

test("one row has an error, but no R²", () => {
  expect(meanAbsoluteError([3], [5])).toBe(2);
  expect(medianAbsoluteError([3], [5])).toBe(2);
  expect(() => r2Score([3], [5])).toThrow("one row has no variance");
});

test("a million rows of a large mean keep their digits", () => {
  const y = Float64Array.from({ length: 1_000_000 }, (_, i) => 1e9 + (i % 2));
  const predicted = y.map((value) => value + 0.25);
  expect(meanSquaredError(y, predicted)).toBe(0.0625);
  expect(r2Score(y, predicted)).toBeCloseTo(0.75, 12);
});
