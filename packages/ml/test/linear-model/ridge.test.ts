import { table } from "arquero";
import { expect, test } from "vitest";
import {
  ColumnMismatchError,
  InvalidModelError,
  InvalidParameterError,
  LinearRegression,
  NotFittedError,
  Ridge,
  ridgeSchema,
} from "../../src/index.js";
import { largestRelativeError } from "../relative-error.js";
import { largestCoefError, linearCases } from "./linear-reference.js";

const cases = linearCases().flatMap(({ answer, name, ...each }) =>
  answer.ridge.map((expected) => ({ name: `${name}, alpha ${expected.alpha}`, ...each, expected })),
);

test.each(cases)("equals scikit-learn: $name", ({ x, y, fitIntercept, fitOptions, sizes, expected }) => {
  const model = new Ridge({ alpha: expected.alpha, fitIntercept }).fit(x, y, fitOptions);
  expect(largestCoefError(model.coef, expected.coef, sizes)).toBeLessThan(1e-9);
  expect(largestRelativeError([model.intercept], [expected.intercept])).toBeLessThan(1e-9);
  const predictions = model.predict(x).subarray(0, expected.predictions.length);
  expect(largestRelativeError(predictions, expected.predictions)).toBeLessThan(1e-9);
});

test("without a penalty it is least squares, of equal columns with half of the coefficient each", () => {
  const a = Float64Array.of(1, 2, 3, 4, 6);
  const y = Float64Array.of(2, 3, 3, 5, 8);
  const { coef: [slope = 0] = [], intercept } = new LinearRegression().fit(table({ a }), y);
  const ridge = new Ridge({ alpha: 0 }).fit(table({ a, b: a }), y);
  expect(largestRelativeError(ridge.coef, [slope / 2, slope / 2])).toBeLessThan(1e-14);
  expect(ridge.intercept).toBeCloseTo(intercept, 13);
});

test("its stored form predicts the same", () => {
  const x = table({ a: [1, 2, 4], b: [0, 1, 0] });
  const model = new Ridge({ alpha: 0.5 }).fit(x, Int32Array.of(1, 3, 4));
  const stored: unknown = JSON.parse(JSON.stringify(model));
  expect(ridgeSchema.parse(stored)).toEqual(model.toJSON());
  expect(Ridge.fromJSON(stored).predict(x)).toEqual(model.predict(x));
});

test("bad calls are errors that name what was found", () => {
  expect(() => new Ridge({ alpha: -1 })).toThrow(
    new InvalidParameterError("alpha", -1, "a finite number of at least 0"),
  );
  expect(() => new Ridge().intercept).toThrow(NotFittedError);
  const model = new Ridge().fit(table({ a: [1, 2] }), Float64Array.of(1, 2));
  expect(() => model.predict(table({ b: [1] }))).toThrow(ColumnMismatchError);
  expect(() => Ridge.fromJSON({ ...model.toJSON(), alpha: -1 })).toThrow(InvalidModelError);
});
