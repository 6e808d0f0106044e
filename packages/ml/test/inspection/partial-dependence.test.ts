import { table } from "arquero";
import { expect, test } from "vitest";
import {
  InvalidParameterError,
  LogisticRegression,
  type PartialDependenceOptions,
  Pipeline,
  partialDependence,
  Ridge,
  ShapeError,
  StandardScaler,
} from "../../src/index.js";
import { loadDiabetes } from "../diabetes.js";
import reference from "../fixtures/sklearn-inspection.json" with { type: "json" };
import { FormulaClassifier, FormulaRegressor, mixed } from "./formula-models.js";

const { x: raw, y } = loadDiabetes();
const x = new StandardScaler().fit(raw).transform(raw);
const model = new LogisticRegression({ tol: 1e-12 }).fit(x, y);
const regressor = new FormulaRegressor();

const { dependence } = reference;
const ofModel = (features: string[], options: PartialDependenceOptions) =>
  partialDependence(model, x, features, { ...options, individual: true });
const ofFormula = (features: string[], options: PartialDependenceOptions = {}) =>
  partialDependence(regressor, mixed, features, { ...options, individual: true });

test.each([
  { of: "one column", found: ofModel(["Glucose"], { gridResolution: 12 }), expected: dependence.diabetes },
  {
    of: "the whole range of a column",
    found: ofModel(["BMI"], { gridResolution: 5, percentiles: [0, 1] }),
    expected: dependence.percentiles,
  },
  {
    of: "two columns",
    found: ofModel(["Glucose", "Age"], { gridResolution: 4, percentiles: [0.2, 0.7] }),
    expected: dependence.pair,
  },
  { of: "texts", found: ofFormula(["text"]), expected: dependence.text },
  { of: "a column of few numbers", found: ofFormula(["few"]), expected: dependence.few },
  {
    of: "weighted rows",
    found: ofFormula(["number"], { gridResolution: 7, sampleWeight: reference.weight }),
    expected: dependence.weighted,
  },
  {
    of: "numbers that are categories, and texts",
    found: ofFormula(["number", "text"], { gridResolution: 3, categoricalFeatures: ["number"] }),
    expected: dependence.categorical,
  },
  {
    of: "values of one's own",
    found: ofFormula(["number"], { customValues: { number: [3, -1] } }),
    expected: dependence.custom,
  },
  {
    of: "three classes",
    found: partialDependence(new FormulaClassifier(), mixed, ["number"], {
      gridResolution: 6,
      individual: true,
    }),
    expected: dependence.classes,
  },
])("$of: grid, averages and rows are those of scikit-learn", ({ found, expected }) => {
  const close = (value: number | string) => (typeof value === "number" ? expect.closeTo(value, 9) : value);
  expect(found.gridValues.map((values) => [...values])).toEqual(
    expected.gridValues.map((values) => values.map(close)),
  );
  expect(found.average.map((ofOutput) => [...ofOutput])).toEqual(
    expected.average.map((means) => means.map(close)),
  );
  const lines = expected.individual.map((ofOutput, output) => {
    const points = expected.average[output]?.length ?? 0;
    const ofRow = (_: unknown, row: number) =>
      Array.from(found.individual?.[output]?.subarray(row * points, (row + 1) * points) ?? []);
    return ofOutput.map(ofRow);
  });
  expect(lines).toEqual(expected.individual.map((ofOutput) => ofOutput.map((line) => line.map(close))));
});

test("rows are left out of the result unless they are asked for, and the table is unchanged", () => {
  const before = Array.from(mixed.objects());
  const found = partialDependence(regressor, mixed, ["number", "text"]);
  expect(found).not.toHaveProperty("individual");
  expect(Array.from(mixed.objects())).toEqual(before);
});

test("a pipeline that ends in a regressor has its predictions", () => {
  const target = Float64Array.from(y, (label, row) => label + (row % 5));
  const ridge = new Ridge().fit(x, target);
  const pipeline = new Pipeline([
    ["same", new StandardScaler({ withMean: false, withStd: false })],
    ["model", new Ridge()],
  ]).fit(x, target);
  const options = { gridResolution: 4 };
  const { average } = partialDependence(pipeline, x, ["Glucose"], options);
  expect(average).toEqual(partialDependence(ridge, x, ["Glucose"], options).average);
});

test("NaN is left out of the grid, and whole numbers are numbers", () => {
  const holes = table({ number: Float64Array.of(2, Number.NaN, 1, 2), text: ["a", "b", "c", "d"] });
  expect(partialDependence(regressor, holes, ["number"]).gridValues).toEqual([Float64Array.of(1, 2)]);
  const whole = table({ number: Int32Array.of(3, 1, 2), text: ["a", "a", "a"] });
  expect(partialDependence(regressor, whole, ["number"])).toEqual({
    gridValues: [Float64Array.of(1, 2, 3)],
    average: [Float64Array.of(2, 6, 12)],
  });
});

test("one row and a constant column have one point", () => {
  const one = table({ number: Float64Array.of(2), text: ["b"] });
  expect(partialDependence(regressor, one, ["number"])).toEqual({
    gridValues: [Float64Array.of(2)],
    average: [Float64Array.of(7)],
  });
});

test("no rows, no column, a column without values and options out of range are errors that say so", () => {
  const holes = table({ number: Float64Array.of(Number.NaN), text: ["b"] });
  expect(() => partialDependence(regressor, holes, ["number"])).toThrow(
    'partialDependence: column "number" has no values, expected at least one.',
  );
  expect(() => partialDependence(regressor, mixed, [])).toThrow(ShapeError);
  expect(() => partialDependence(regressor, mixed.slice(0, 0).reify(), ["number"])).toThrow(ShapeError);
  expect(() => partialDependence(regressor, mixed, ["weight"])).toThrow('There is no column "weight".');
  expect(() => ofFormula(["number"], { percentiles: [0.9, 0.1] })).toThrow(
    "percentiles: found 0.9 and 0.1, expected two ascending numbers from 0 to 1.",
  );
  expect(() => ofFormula(["number"], { gridResolution: 1 })).toThrow(InvalidParameterError);
  expect(() => ofFormula(["number"], { customValues: { number: [] } })).toThrow(InvalidParameterError);
  expect(() => ofFormula(["number"], { customValues: { nummer: [1] } })).toThrow(
    'customValues: found "nummer", expected names of columns: number, ',
  );
  expect(() => ofFormula(["number"], { categoricalFeatures: ["fewer"] })).toThrow(
    'categoricalFeatures: found "fewer", expected names of columns: number, ',
  );
  expect(() => ofFormula(["number"], { sampleWeight: [1] })).toThrow(ShapeError);
});

test("a column that is nearly constant needs percentiles that are further apart", () => {
  const number = Float64Array.from({ length: 200 }, (_, row) => (row < 5 ? row : 100 + 1e-9 * row));
  const nearly = table({ number, text: Array.from(number, () => "a") });
  expect(() => partialDependence(regressor, nearly, ["number"])).toThrow(
    /^percentiles: found 0\.05 and 0\.95, which are both 100/,
  );
});
