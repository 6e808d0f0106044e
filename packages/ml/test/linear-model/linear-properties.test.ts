import { table } from "arquero";
import fc from "fast-check";
import { expect, test } from "vitest";
import { LinearRegression, type Regressor, Ridge } from "../../src/index.js";

const cell = fc.integer({ min: -1000, max: 1000 }).map((value) => value / 1000);

/** A table of n rows and p columns of numbers between -1 and 1, with a target. */
const data = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 4 })).chain(([n, p]) => {
  const column = fc.array(cell, { minLength: n, maxLength: n });
  return fc.record({ columns: fc.array(column, { minLength: p, maxLength: p }), y: column });
});

type Data = typeof data extends fc.Arbitrary<infer T> ? T : never;

const models: [string, () => Regressor][] = [
  ["LinearRegression", () => new LinearRegression({ tol: 1e-4 })],
  ["LinearRegression without intercept", () => new LinearRegression({ fitIntercept: false, tol: 1e-4 })],
  ["Ridge", () => new Ridge({ alpha: 0.1 })],
];

const named = (columns: readonly (readonly number[])[]) =>
  table(columns.map((column, j): [string, Float64Array] => [`x${j}`, Float64Array.from(column)]));

/** Whether a change of the input leaves the predictions as they were, up to rounding. */
function expectSamePredictions(a: Float64Array, b: Float64Array): void {
  expect(a.length).toBe(b.length);
  a.forEach((value, i) => {
    expect(Math.abs(value - (b[i] ?? Number.NaN))).toBeLessThan(1e-7);
  });
}

test.each(models)("%s does not depend on the order of the rows", (_, create) => {
  fc.assert(
    fc.property(data, ({ columns, y }: Data) => {
      const x = named(columns);
      const reversed = named(columns.map((column) => column.toReversed()));
      const there = create().fit(x, Float64Array.from(y));
      const back = create().fit(reversed, Float64Array.from(y.toReversed()));
      expectSamePredictions(there.predict(x), back.predict(x));
    }),
    { seed: 2 },
  );
});

test.each(models)("%s takes whole weights as repeated rows", (_, create) => {
  fc.assert(
    fc.property(
      data,
      fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }),
      ({ columns, y }: Data, times) => {
        const sampleWeight = times.slice(0, y.length);
        fc.pre(sampleWeight.some((weight) => weight > 0));
        const repeat = (values: readonly number[]) =>
          values.flatMap((value, i) => Array<number>(sampleWeight[i] ?? 0).fill(value));
        const x = named(columns);
        const weighted = create().fit(x, Float64Array.from(y), { sampleWeight });
        const repeated = create().fit(named(columns.map(repeat)), Float64Array.from(repeat(y)));
        expectSamePredictions(weighted.predict(x), repeated.predict(x));
      },
    ),
    { seed: 3 },
  );
});

test("coefficients of least squares follow a common unit of the columns, to the bit", () => {
  fc.assert(
    fc.property(data, fc.integer({ min: -900, max: 900 }), ({ columns, y }: Data, exponent) => {
      const unit = 2 ** exponent;
      const x = named(columns);
      const scaled = named(columns.map((column) => column.map((value) => value * unit)));
      const target = Float64Array.from(y);
      const model = new LinearRegression().fit(x, target);
      const other = new LinearRegression().fit(scaled, target);
      expect(other.coef).toEqual(model.coef.map((value) => value / unit));
      expect(other.rank).toBe(model.rank);
      expect(other.rSquared).toBe(model.rSquared);
    }),
    { seed: 4 },
  );
});
