import { table } from "arquero";
import { expect, test } from "vitest";
import {
  ColumnMismatchError,
  type ImputationStrategy,
  InvalidModelError,
  InvalidParameterError,
  NotFiniteError,
  NotFittedError,
  ShapeError,
  SimpleImputer,
} from "../../src/index.js";
import { loadDiabetes, reference19 } from "../diabetes.js";
import { largestRelativeError } from "../relative-error.js";

const missing = Number.NaN;
const x = table({ a: Float64Array.of(1, missing, 3, 8), b: Float64Array.of(5, 5, missing, missing) });

function asStrategy(text: string): ImputationStrategy {
  if (text === "mean" || text === "median" || text === "mostFrequent") return text;
  throw new Error(text);
}

test.each(reference19.imputers)("learns the $strategy of what is not 0 as scikit-learn does", (expected) => {
  const rows = loadDiabetes().x.select("Glucose", "Insulin", "BMI").slice(0, 25);
  const imputer = new SimpleImputer({ strategy: asStrategy(expected.strategy), missingValues: 0 }).fit(rows);
  const { Glucose, Insulin, BMI } = imputer.statistics;
  expect(largestRelativeError([Glucose ?? 0, Insulin ?? 0, BMI ?? 0], expected.statistics)).toBeLessThan(
    1e-15,
  );
});

test.each([
  ["mean", [1, 4, 3, 8]],
  ["median", [1, 3, 3, 8]],
  ["mostFrequent", [1, 1, 3, 8]],
] as const)("fills in the %s", (strategy, filled) => {
  expect([...new SimpleImputer({ strategy }).fitTransform(x).array("a")]).toEqual(filled);
});

test("fills in other rows with the fitted values", () => {
  const imputer = new SimpleImputer().fit(x);
  expect(imputer.transform(table({ a: [missing], b: [missing] })).objects()).toEqual([{ a: 4, b: 5 }]);
});

test("fills in the given columns, and keeps the others, texts too", () => {
  const mixed = table({ name: ["p", "q"], a: [0, 6], b: [0, 7] });
  const filled = new SimpleImputer({ missingValues: 0, columns: ["b"] }).fitTransform(mixed);
  expect(filled.objects()).toEqual([
    { name: "p", a: 0, b: 7 },
    { name: "q", a: 6, b: 7 },
  ]);
});

test("its JSON restores the same imputer", () => {
  const imputer = new SimpleImputer({ strategy: "median" }).fit(x);
  const again = SimpleImputer.fromJSON(JSON.parse(JSON.stringify(imputer)));
  expect(again.transform(x).objects()).toEqual(imputer.transform(x).objects());
  expect(again.toJSON()).toEqual(imputer.toJSON());
  const zeros = new SimpleImputer({ missingValues: 0 }).fit(table({ a: [0, 2] }));
  expect(
    SimpleImputer.fromJSON(zeros.toJSON())
      .transform(table({ a: [0] }))
      .objects(),
  ).toEqual([{ a: 2 }]);
});

test.each([
  ["fewer statistics than columns", { statistics: [1] }],
  ["a column that the table does not have", { columns: ["a", "z"] }],
])("refuses a stored imputer with %s", (_, change) => {
  const json = { ...new SimpleImputer().fit(x).toJSON(), ...change };
  expect(() => SimpleImputer.fromJSON(json)).toThrow(InvalidModelError);
});

test("a NaN that does not mean missing is an error", () => {
  const imputer = new SimpleImputer({ missingValues: 0 });
  expect(() => imputer.fit(x)).toThrow(new NotFiniteError("a", 2, missing));
});

test("an infinite cell is an error in transform", () => {
  const bad = table({ a: [Number.POSITIVE_INFINITY], b: [1] });
  expect(() => new SimpleImputer().fit(x).transform(bad)).toThrow(NotFiniteError);
});

test("a column without any value is an error that names it", () => {
  expect(() => new SimpleImputer().fit(table({ a: [1], c: [missing] }))).toThrow(ShapeError);
  expect(() => new SimpleImputer().fit(table({ a: [1], c: [missing] }))).toThrow(/column "c" holds no value/);
});

test("refuses columns that the table does not have, or another table later", () => {
  expect(() => new SimpleImputer({ columns: ["z"] }).fit(x)).toThrow(ColumnMismatchError);
  expect(() => new SimpleImputer().fit(x).transform(table({ a: [1] }))).toThrow(ColumnMismatchError);
});

test("refuses to transform before it is fitted", () => {
  expect(() => new SimpleImputer().transform(x)).toThrow(NotFittedError);
});

test("refuses no columns and an infinite missing value", () => {
  expect(() => new SimpleImputer({ columns: [] })).toThrow(InvalidParameterError);
  expect(() => new SimpleImputer({ missingValues: Number.POSITIVE_INFINITY })).toThrow(InvalidParameterError);
});
