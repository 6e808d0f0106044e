import { table } from "arquero";
import { expect, test } from "vitest";
import {
  ColumnMismatchError,
  InvalidModelError,
  InvalidParameterError,
  LinearRegression,
  type LinearStatistic,
  linearRegressionSchema,
  NotFiniteError,
  NotFittedError,
  NotNumericError,
  Ridge,
  ShapeError,
} from "../../src/index.js";
import { largestRelativeError } from "../relative-error.js";
import { largestCoefError, linearCases } from "./linear-reference.js";

const cases = linearCases();
const determinedCases = cases.filter(({ answer }) => answer.inference !== undefined);

test.each(cases)("equals scikit-learn: $name", ({ x, y, fitIntercept, fitOptions, sizes, answer }) => {
  const model = new LinearRegression({ fitIntercept }).fit(x, y, fitOptions);
  const { coef, intercept, rank, predictions } = answer.linear;
  expect(model.rank).toBe(rank);
  expect(largestCoefError(model.coef, coef, sizes)).toBeLessThan(1e-9);
  expect(largestRelativeError([model.intercept], [intercept])).toBeLessThan(1e-9);
  expect(largestRelativeError(model.predict(x).subarray(0, predictions.length), predictions)).toBeLessThan(
    1e-9,
  );
});

test.each(determinedCases)("equals least squares without rounding: $name", (each) => {
  const model = new LinearRegression({ fitIntercept: each.fitIntercept }).fit(
    each.x,
    each.y,
    each.fitOptions,
  );
  const { coef = [], intercept } = each.answer.exact ?? {};
  expect(largestRelativeError(model.coef, coef)).toBeLessThan(1e-9);
  expect(largestRelativeError([model.intercept], [intercept ?? Number.NaN])).toBeLessThan(1e-9);
});

test.each(determinedCases)("errors, p-values and intervals are those of statsmodels: $name", (each) => {
  const model = new LinearRegression({ fitIntercept: each.fitIntercept }).fit(
    each.x,
    each.y,
    each.fitOptions,
  );
  const all = <T>({ coef, intercept }: LinearStatistic<T>) =>
    each.fitIntercept ? [...coef, intercept] : [...coef];
  const numbers = (statistic: LinearStatistic) => all(statistic).map((value) => value ?? Number.NaN);
  const {
    standardErrors = [],
    pValues = [],
    intervals = [],
    rSquared = 0,
    residualVariance = 0,
  } = each.answer.inference ?? {};
  expect(largestRelativeError(numbers(model.standardErrors), standardErrors)).toBeLessThan(1e-9);
  expect(largestRelativeError(numbers(model.pValues), pValues)).toBeLessThan(1e-9);
  expect(largestRelativeError([model.rSquared ?? Number.NaN], [rSquared])).toBeLessThan(1e-9);
  expect(largestRelativeError([model.residualVariance ?? Number.NaN], [residualVariance])).toBeLessThan(1e-9);
  const found = all(model.confidenceIntervals(0.9));
  expect(found.every((interval) => interval?.confidence === 0.9)).toBe(true);
  const ends = found.flatMap((interval) => [interval?.lower ?? Number.NaN, interval?.upper ?? Number.NaN]);
  expect(largestRelativeError(ends, intervals.flat())).toBeLessThan(1e-9);
});

function fitCase(name: string): LinearRegression {
  const found = cases.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no case "${name}"`);
  return new LinearRegression({ fitIntercept: found.fitIntercept }).fit(found.x, found.y, found.fitOptions);
}

test("only coefficients that all best fits share have an error", () => {
  const determined = ({ coef }: LinearStatistic<unknown>) => coef.map((value) => value !== null);
  const equal = fitCase("two equal columns");
  expect(determined(equal.standardErrors)).toEqual([true, false, true, false]);
  expect(determined(equal.pValues)).toEqual([true, false, true, false]);
  expect(determined(equal.confidenceIntervals())).toEqual([true, false, true, false]);
  const sum = fitCase("a sum of two columns and a constant one");
  expect(determined(sum.standardErrors)).toEqual([false, false, true, true, false, false]);
  // The constant column and the intercept say the same.
  expect(sum.standardErrors.intercept).toBeNull();
  const scales = fitCase("columns of scale 1e-8 to 1e12");
  expect(determined(scales.standardErrors)).toEqual([false, false, false, false]);
});

test("the errors of determined columns are those without the column that follows from others", () => {
  const found = cases.find(({ name }) => name === "two equal columns");
  if (found === undefined) throw new Error("no such case");
  const without = new LinearRegression().fit(found.x.select("x0", "x1", "x2"), found.y);
  const all = fitCase("two equal columns");
  const [a, , c] = all.standardErrors.coef;
  const [expectedA, , expectedC] = without.standardErrors.coef;
  expect(largestRelativeError([a ?? 0, c ?? 0], [expectedA ?? 1, expectedC ?? 1])).toBeLessThan(1e-12);
  expect(all.residualVariance).toBeCloseTo(without.residualVariance ?? Number.NaN, 12);
  expect(all.pValues.intercept).toBeCloseTo(without.pValues.intercept ?? Number.NaN, 12);
});

test("a smaller tol keeps columns of small numbers", () => {
  const a = Float64Array.of(1, 2, 3, 4, 5, 6);
  const b = Float64Array.of(1, -1, 2, 0, 1, -2).map((value) => value * 1e-8);
  const y = a.map((value, i) => 2 * value + 3e8 * (b[i] ?? 0) + 7);
  const x = table({ a, b });
  expect(new LinearRegression().fit(x, y).rank).toBe(1);
  const model = new LinearRegression({ tol: 1e-15 }).fit(x, y);
  expect(model.rank).toBe(2);
  expect(largestRelativeError([...model.coef, model.intercept], [2, 3e8, 7])).toBeLessThan(1e-12);
});

test("without degrees of freedom there are no errors", () => {
  const model = fitCase("no degrees of freedom");
  expect(model.degreesOfFreedom).toBe(0);
  expect(model.residualVariance).toBeNull();
  expect(model.standardErrors).toEqual({ coef: [null, null, null, null, null], intercept: null });
  expect(model.confidenceIntervals().coef).toEqual([null, null, null, null, null]);
});

test("an exact fit has errors of 0 and no p-values", () => {
  const a = Float64Array.of(1, 2, 3, 4);
  const model = new LinearRegression().fit(
    table({ a }),
    a.map((value) => 0.1 * value + 0.3),
  );
  expect(model.rSquared).toBe(1);
  expect(model.standardErrors).toEqual({ coef: [0], intercept: 0 });
  expect(model.pValues).toEqual({ coef: [null], intercept: null });
});

test("a constant target has no R²", () => {
  const model = new LinearRegression().fit(table({ a: [1, 2, 3] }), Float64Array.of(0.1, 0.1, 0.1));
  expect(model.coef).toEqual([0]);
  expect(model.intercept).toBe(0.1);
  expect(model.rSquared).toBeNull();
});

test("errors and R² do not depend on the target's unit, however large or small it is", () => {
  const x = table({ a: [1, 2, 3, 4, 5] });
  const y = Float64Array.of(1, 2, 3, 4, 6);
  const plain = new LinearRegression().fit(x, y);
  expect(plain.rSquared).toBeCloseTo(0.9729729729729729, 14);
  for (const exponent of [510, -530, 1000]) {
    const scaled = new LinearRegression().fit(
      x,
      y.map((value) => value * 2 ** exponent),
    );
    expect(scaled.rSquared).toBe(plain.rSquared);
    expect(scaled.standardErrors.coef).toEqual([(plain.standardErrors.coef[0] ?? 0) * 2 ** exponent]);
    expect(scaled.pValues.coef).toEqual(plain.pValues.coef);
    expect(LinearRegression.fromJSON(JSON.parse(JSON.stringify(scaled))).coef).toEqual(scaled.coef);
  }
  const decimal = new LinearRegression().fit(
    x,
    y.map((value) => value * 1e155),
  );
  expect(decimal.rSquared).toBeCloseTo(0.9729729729729729, 14);
  expect(decimal.residualVariance).toBeNull();
});

test("a standard error beyond double precision is null, an infinite coefficient an error", () => {
  const y = Float64Array.of(1, 2, 3, 4, 6);
  const small = new LinearRegression().fit(table({ a: [1e-300, 2e-300, 3e-300, 4e-300, 5e-300] }), y);
  expect(largestRelativeError(small.coef, [1.2e300])).toBeLessThan(1e-12);
  expect(small.standardErrors.coef).toEqual([null]);
  expect(LinearRegression.fromJSON(JSON.parse(JSON.stringify(small))).coef).toEqual(small.coef);

  const tiny = table({ a: [1e-310, 2e-310, 3e-310, 4e-310, 5e-310] });
  expect(() => new LinearRegression().fit(tiny, y)).toThrow(InvalidParameterError);
  expect(() => new LinearRegression().fit(tiny, y)).toThrow('column "a": found a coefficient of Infinity');
  expect(() => new Ridge({ alpha: 0 }).fit(tiny, y)).toThrow('column "a": found a coefficient of Infinity');
  expect(new Ridge().fit(tiny, y).predict(tiny)[0]).toBeCloseTo(3.2, 12);
});

test("rows of weight 0 do not count", () => {
  const x = table({ a: [1, 2, 3, 4, 1e300] });
  const y = Float64Array.of(2, 3, 5, 4, -1e300);
  const weighted = new LinearRegression().fit(x, y, { sampleWeight: [1, 1, 1, 1, 0] });
  const plain = new LinearRegression().fit(table({ a: [1, 2, 3, 4] }), y.subarray(0, 4));
  expect(weighted.toJSON()).toEqual(plain.toJSON());
});

test("its stored form predicts the same", () => {
  const model = fitCase("diabetes, weighted");
  const stored: unknown = JSON.parse(JSON.stringify(model));
  expect(linearRegressionSchema.parse(stored)).toEqual(model.toJSON());
  const again = LinearRegression.fromJSON(stored);
  const x = cases[0]?.x ?? table({});
  expect(again.predict(x)).toEqual(model.predict(x));
  expect(again.pValues).toEqual(model.pValues);
});

test("bad calls are errors that name what was found", () => {
  const x = table({ a: [1, 2, 3] });
  const y = Float64Array.of(1, 2, 4);
  expect(() => new LinearRegression({ tol: -1 })).toThrow(InvalidParameterError);
  expect(() => new LinearRegression().fit(table({ a: [1, Number.NaN, 3] }), y)).toThrow(
    new NotFiniteError("a", 2, Number.NaN),
  );
  expect(() => new LinearRegression().fit(x, Float64Array.of(1, 2, Number.POSITIVE_INFINITY))).toThrow(
    new NotFiniteError("y", 3, Number.POSITIVE_INFINITY),
  );
  expect(() => new LinearRegression().fit(x, ["1", "2", "3"])).toThrow(NotNumericError);
  expect(() => new LinearRegression().fit(x, y.subarray(1))).toThrow(ShapeError);
  expect(() => new LinearRegression().fit(table({ a: [] }), new Float64Array(0))).toThrow(
    "LinearRegression.fit: x has 0 rows and y has 0 values. Expected one value for each row, and at least one row.",
  );
  expect(() => new LinearRegression().fit(table({}), new Float64Array(0))).toThrow(ShapeError);
  expect(() => new LinearRegression().coef).toThrow(NotFittedError);
  const model = new LinearRegression().fit(x, y);
  expect(() => model.predict(table({ b: [1] }))).toThrow(ColumnMismatchError);
  expect(() => model.confidenceIntervals(1)).toThrow(InvalidParameterError);
  expect(() => LinearRegression.fromJSON({ ...model.toJSON(), coef: [1, 2] })).toThrow(InvalidModelError);
});
