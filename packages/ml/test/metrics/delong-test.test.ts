import fc from "fast-check";
import { expect, test } from "vitest";
import { delongTest, NotFiniteError, rocAucScore, ShapeError } from "../../src/index.js";
import { reference, scaledDiabetes } from "../diabetes.js";
import delong from "../fixtures/delong.json" with { type: "json" };

test.each(delong.cases.map((given) => ({ ...given, rows: given.yTrue.length })))(
  "is MLstatkit's test on $rows rows with ties",
  ({ yTrue, first, second, ...expected }) => {
    const found = delongTest(yTrue, first, second);
    expect(found.difference).toBeCloseTo(expected.difference, 13);
    expect(found.standardError).toBeCloseTo(expected.standardError, 13);
    expect(found.z).toBeCloseTo(expected.z, 11);
    expect(found.pValue).toBeCloseTo(expected.pValue, 12);
    expect(found.lower).toBeCloseTo(expected.difference - 1.959963984540054 * expected.standardError, 12);
    expect(found.upper).toBeCloseTo(expected.difference + 1.959963984540054 * expected.standardError, 12);
    expect(found.confidence).toBe(0.95);
  },
);

const rows = fc.array(
  fc.tuple(fc.boolean(), fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 })),
  { minLength: 4, maxLength: 40 },
);

test("agrees with the definition, pair by pair, and turns its sign when the scores change places", () => {
  fc.assert(
    fc.property(rows, (given) => {
      const yTrue = given.map(([positive]) => Number(positive));
      const [first, second] = [given.map(([, score]) => score), given.map(([, , score]) => score)];
      const positives = yTrue.filter((label) => label === 1).length;
      fc.pre(positives >= 2 && yTrue.length - positives >= 2);
      const found = delongTest(yTrue, first, second);
      expect(found.difference).toBeCloseTo(rocAucScore(yTrue, second) - rocAucScore(yTrue, first), 12);
      expect(found.standardError).toBeCloseTo(standardErrorByDefinition(yTrue, first, second), 12);
      const turned = delongTest(yTrue, second, first);
      expect(turned.difference).toBeCloseTo(-found.difference, 12);
      expect(turned.pValue).toBe(found.pValue);
    }),
    { seed: 16 },
  );
});

/** The variance of the difference from the wins of each pair of a positive and a negative row, by explicit sums. */
function standardErrorByDefinition(yTrue: number[], first: number[], second: number[]): number {
  const indices = [...yTrue.keys()];
  const positives = indices.filter((row) => yTrue[row] === 1);
  const negatives = indices.filter((row) => yTrue[row] !== 1);
  const wins = (scores: number[], p: number, n: number) =>
    (Math.sign((scores[p] ?? 0) - (scores[n] ?? 0)) + 1) / 2;
  const gain = (p: number, n: number) => wins(second, p, n) - wins(first, p, n);
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const squaredError = (values: number[]) => {
    const mean = meanOf(values);
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) / values.length;
  };
  const ofPositive = positives.map((p) => meanOf(negatives.map((n) => gain(p, n))));
  const ofNegative = negatives.map((n) => meanOf(positives.map((p) => gain(p, n))));
  return Math.sqrt(squaredError(ofPositive) + squaredError(ofNegative));
}

const { yTest } = scaledDiabetes();

test("scores that rank the rows alike have no difference, with certainty", () => {
  const logOdds = reference.probabilities.map((p) => Math.log(p / (1 - p)));
  expect(delongTest(yTest, reference.probabilities, logOdds)).toEqual({
    difference: 0,
    standardError: 0,
    lower: 0,
    upper: 0,
    confidence: 0.95,
    z: 0,
    pValue: 1,
  });
});

test("a difference without any spread has no test", () => {
  const yTrue = [0, 0, 0, 1, 1, 1];
  expect(delongTest(yTrue, [4, 5, 6, 1, 2, 3], [1, 2, 3, 4, 5, 6])).toEqual({
    difference: 1,
    standardError: 0,
    lower: 1,
    upper: 1,
    confidence: 0.95,
  });
});

test("the interval is cut to the differences that there are", () => {
  const found = delongTest([0, 0, 0, 1, 1, 1], [4, 5, 2, 1, 3, 0], [1, 2, 3, 4, 5, 6]);
  expect(found.difference).toBeCloseTo(8 / 9, 14);
  expect(found.upper).toBe(1);
});

test("a text names the positive class", () => {
  const yTrue = ["yes", "no", "yes", "no", "no", "yes"];
  const [first, second] = [
    [1, 2, 3, 2, 0, 3],
    [2, 1, 3, 0, 0, 1],
  ];
  const found = delongTest(yTrue, first, second, { posLabel: "no" });
  expect(found.difference).toBeCloseTo(-delongTest(yTrue, first, second).difference, 14);
});

test("refuses a class of one row, other lengths, and a score that is not finite", () => {
  expect(() => delongTest([0, 0, 1], [1, 2, 3], [1, 2, 3])).toThrow(ShapeError);
  expect(() => delongTest([0, 0, 1, 1], [1, 2, 3, 4], [1, 2, 3])).toThrow(ShapeError);
  expect(() => delongTest([0, 0, 1, 1], [1, 2, 3, 4], [1, 2, 3, Number.NaN])).toThrow(NotFiniteError);
});
