import { table } from "arquero";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ColumnMismatchError,
  InvalidModelError,
  NotFiniteError,
  NotFittedError,
  ShapeError,
  StandardScaler,
  standardScalerSchema,
  trainTestSplit,
} from "../../src/index.js";
import { loadDiabetes, reference } from "../diabetes.js";
import { largestRelativeError } from "../relative-error.js";

const x = table({ a: Float64Array.of(1, 2, 3, 4), b: Float64Array.of(10, 10, 40, 40) });

test("learns mean and standard deviation as scikit-learn does", () => {
  const { xTrain } = trainTestSplit({ ...loadDiabetes(), testSize: 0.2, randomState: 42 });
  const scaler = new StandardScaler().fit(xTrain);
  expect(largestRelativeError(scaler.mean, reference.scaler.mean)).toBeLessThan(1e-14);
  expect(largestRelativeError(scaler.scale, reference.scaler.scale)).toBeLessThan(1e-14);
});

test("centres on 0 and scales to unit variance with n in the denominator", () => {
  const scaler = new StandardScaler().fit(x);
  expect(scaler.featureNames).toEqual(["a", "b"]);
  expect(scaler.mean).toEqual([2.5, 25]);
  expect(scaler.var).toEqual([1.25, 225]);
  expect(scaler.transform(x).column("b")).toEqual(Float64Array.of(-1, -1, 1, 1));
});

test("scales other rows with the fitted moments", () => {
  const scaled = new StandardScaler().fit(x).transform(table({ a: [2.5], b: [55] }));
  expect(scaled.objects()).toEqual([{ a: 0, b: 2 }]);
});

test("can skip centring or scaling", () => {
  expect(new StandardScaler({ withStd: false }).fitTransform(x).column("b")).toEqual(
    Float64Array.of(-15, -15, 15, 15),
  );
  expect(new StandardScaler({ withMean: false }).fitTransform(x).array("b")[3]).toBeCloseTo(40 / 15, 15);
  expect(new StandardScaler({ withStd: false }).fit(x).scale).toEqual([1, 1]);
});

test.each([
  ["a constant column", [5, 5, 5]],
  ["a column of two neighbouring floating-point numbers", [1e8, 1e8 + 2 ** -26]],
  ["a large constant", [1e15, 1e15, 1e15]],
])("%s is scaled by 1", (_, c) => {
  expect(new StandardScaler().fit(table({ c })).scale).toEqual([1]);
});

test("a small spread around a large mean is not taken for a constant", () => {
  expect(new StandardScaler().fit(table({ c: [1e6, 1e6 + 1] })).scale).toEqual([0.5]);
});

test("inverseTransform restores the original", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 }),
      (c) => {
        const original = table({ c: Float64Array.from(c) });
        const scaler = new StandardScaler();
        const back = scaler.inverseTransform(scaler.fitTransform(original)).array("c");
        c.forEach((value, i) => {
          expect(Math.abs((back[i] ?? Number.NaN) - value)).toBeLessThan(1e-9);
        });
      },
    ),
  );
});

test("the input is not changed", () => {
  new StandardScaler().fitTransform(x);
  expect(x.column("a")).toEqual(Float64Array.of(1, 2, 3, 4));
});

test("scales the rows that a filter keeps", () => {
  const filtered = x.filter((row: { a: number }) => row.a > 2);
  expect(new StandardScaler().fitTransform(filtered).column("a")).toEqual(Float64Array.of(-1, 1));
});

test("its JSON restores the same scaler", () => {
  const scaler = new StandardScaler({ withMean: false }).fit(x);
  const json: unknown = JSON.parse(JSON.stringify(scaler));
  expect(standardScalerSchema.parse(json)).toEqual(scaler.toJSON());
  expect(StandardScaler.fromJSON(json).transform(x).objects()).toEqual(scaler.transform(x).objects());
});

test.each([
  ["another version", { formatVersion: 2 }],
  ["a surplus field", { script: "x" }],
  ["columns without a mean", { mean: [1] }],
  ["a scale of 0", { scale: [0, 1] }],
])("refuses a stored scaler with %s", (_, change) => {
  const json = { ...new StandardScaler().fit(x).toJSON(), ...change };
  expect(() => StandardScaler.fromJSON(json)).toThrow(InvalidModelError);
});

test("refuses to transform before it is fitted", () => {
  expect(() => new StandardScaler().transform(x)).toThrow(NotFittedError);
});

test.each([
  ["a missing column", table({ a: [1] })],
  ["a surplus column", table({ a: [1], b: [1], c: [1] })],
  ["another order", table({ b: [1], a: [1] })],
])("refuses a table with %s", (_, other) => {
  const scaler = new StandardScaler().fit(x);
  expect(() => scaler.transform(other)).toThrow(ColumnMismatchError);
});

test("names column and row of a NaN, in fit and in transform", () => {
  const bad = table({ a: [1, 2], b: [1, Number.NaN] });
  expect(() => new StandardScaler().fit(bad)).toThrow(new NotFiniteError("b", 2, Number.NaN));
  expect(() => new StandardScaler().fit(x).transform(bad)).toThrow(new NotFiniteError("b", 2, Number.NaN));
});

test("refuses a table without rows", () => {
  expect(() => new StandardScaler().fit(table({ a: [] }))).toThrow(ShapeError);
});

test("scales the given columns, and keeps the others unchanged", () => {
  const mixed = table({ a: [1, 3], isMember: [0, 1] });
  const scaler = new StandardScaler({ columns: ["a"] }).fit(mixed);
  expect(scaler.transform(mixed).objects()).toEqual([
    { a: -1, isMember: 0 },
    { a: 1, isMember: 1 },
  ]);
  const again = StandardScaler.fromJSON(JSON.parse(JSON.stringify(scaler)));
  expect(again.transform(mixed).objects()).toEqual(scaler.transform(mixed).objects());
  expect(() => new StandardScaler({ columns: ["z"] }).fit(mixed)).toThrow(ColumnMismatchError);
});
