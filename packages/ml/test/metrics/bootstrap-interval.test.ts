import { describe, expect, test } from "vitest";
import {
  bootstrapInterval,
  InvalidParameterError,
  meanAbsoluteError,
  r2Score,
  rocAucScore,
  ShapeError,
} from "../../src/index.js";
import answers from "../fixtures/multiclass-regression-metrics.json" with { type: "json" };

const [first] = answers.regression;
const columns = [Float64Array.from(first?.y ?? []), Float64Array.from(first?.predicted ?? [])] as const;
const statistics = { r2: r2Score, mae: meanAbsoluteError };

describe.each(answers.bootstrap)("$method of $statistic, seed $seed", (answer) => {
  test("is scipy's for the same draws", () => {
    const statistic = answer.statistic === "r2" ? statistics.r2 : statistics.mae;
    const { interval, standardError } = bootstrapInterval(statistic, columns, {
      nResamples: answer.resamples,
      confidence: answer.confidence,
      randomState: answer.seed,
      method: answer.method === "BCa" ? "BCa" : "percentile",
    });
    expect(interval?.lower).toBeCloseTo(answer.lower, 11);
    expect(interval?.upper).toBeCloseTo(answer.upper, 11);
    expect(interval?.confidence).toBe(answer.confidence);
    expect(standardError).toBeCloseTo(answer.standardError, 12);
  });
});

test("the same seed gives the same interval, another one another", () => {
  const withSeed = (randomState: number) =>
    bootstrapInterval(r2Score, columns, { nResamples: 50, randomState }).interval;
  expect(withSeed(1)).toEqual(withSeed(1));
  expect(withSeed(1)).not.toEqual(withSeed(2));
});

test("rows stay together, and columns keep their type", () => {
  const y = Uint8Array.of(0, 1, 0, 1);
  const scores = Float64Array.of(0.5, 1.5, 0.5, 1.5);
  bootstrapInterval(
    (labels, values) => {
      expect(labels).toBeInstanceOf(Uint8Array);
      labels.forEach((label, row) => {
        expect(values[row]).toBe(label + 0.5);
      });
      return values.reduce((sum, value) => sum + value, 0);
    },
    [y, scores] as const,
    { nResamples: 20, randomState: 0, method: "BCa" },
  );
});

test.each(["percentile", "BCa"] as const)("%s of degenerate data is undefined, with the reason", (method) => {
  const options = { nResamples: 200, randomState: 0, method };
  const constant = Float64Array.of(4, 4, 4);
  expect(bootstrapInterval((y) => y[0] ?? 0, [constant], options)).toEqual({
    estimate: 4,
    reason: "all resamples have the same value",
  });
  expect(
    bootstrapInterval(
      (y, predicted) => r2Score(y, predicted),
      [Float64Array.of(1), Float64Array.of(1)],
      options,
    ),
  ).toEqual({
    estimate: undefined,
    reason: "the statistic is not defined",
  });
  expect(bootstrapInterval(() => Number.NaN, [constant], options).estimate).toBeUndefined();
  const rare = [Uint8Array.of(0, 0, 0, 1), Float64Array.of(0.1, 0.2, 0.3, 0.4)] as const;
  const auc = bootstrapInterval((y, scores) => rocAucScore(y, scores), rare, options);
  expect(auc.estimate).toBe(1);
  expect(auc.interval).toBeUndefined();
  expect(auc.reason).toMatch(/^the statistic is not defined in \d+ of 200 resamples$/);
});

test("BCa says why it has no interval", () => {
  const options = { nResamples: 100, randomState: 0, method: "BCa" } as const;
  const y = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  // Only the rows in their order have all eight at their place.
  const inPlace = (values: Float64Array) => values.filter((value, row) => value === row + 1).length;
  expect(bootstrapInterval(inPlace, [y], options).reason).toBe(
    "all resamples lie on one side of the estimate",
  );
  const two = [Float64Array.of(1, 2), Float64Array.of(1, 2.5)] as const;
  expect(bootstrapInterval((...pair) => r2Score(...pair), two, options).reason).toMatch(
    /^leaving out one row/,
  );
});

test("an error that is not about the data goes through", () => {
  const broken = () => {
    throw new TypeError("a bug");
  };
  expect(() => bootstrapInterval(broken, [Float64Array.of(1, 2)])).toThrow("a bug");
});

test("refuses no rows, different lengths and options out of range", () => {
  const y = Float64Array.of(1, 2);
  expect(() => bootstrapInterval(() => 1, [])).toThrow(ShapeError);
  expect(() => bootstrapInterval(() => 1, [new Float64Array(0)])).toThrow(ShapeError);
  expect(() => bootstrapInterval(() => 1, [y, Float64Array.of(1)])).toThrow("columns of 2, 1 rows");
  expect(() => bootstrapInterval(() => 1, [y], { nResamples: 1 })).toThrow(InvalidParameterError);
  expect(() => bootstrapInterval(() => 1, [y], { confidence: 1 })).toThrow(InvalidParameterError);
  expect(() => bootstrapInterval(() => 1, [y], { randomState: -1 })).toThrow(InvalidParameterError);
  const many = new Float64Array(50_001);
  expect(() => bootstrapInterval(() => 1, [many], { method: "BCa" })).toThrow(
    '"percentile" above 50000 rows',
  );
});
