import { table } from "arquero";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  DummyRegressor,
  type DummyRegressorOptions,
  dummyRegressorSchema,
  InvalidModelError,
  InvalidParameterError,
  NotFiniteError,
  NotFittedError,
  NotNumericError,
  ShapeError,
} from "../../src/index.js";
import reference from "../fixtures/sklearn-dummy.json" with { type: "json" };
import { largestRelativeError } from "../relative-error.js";

const x = table({ a: reference.numbers });
const y = Float64Array.from(reference.numbers);

/** Answers of scikit-learn 1.9.1 by fixtures/sklearn-dummy.py. */
const cases = reference.regressors.map(({ options, sampleWeight, constant }) => ({
  name: `${JSON.stringify(options)}${sampleWeight === null ? "" : ", weighted"}`,
  given: options as DummyRegressorOptions, // JSON's type of `strategy` is string
  fitOptions: sampleWeight === null ? {} : { sampleWeight },
  constant,
}));

test.each(cases)("predicts scikit-learn's number: $name", ({ given, fitOptions, constant }) => {
  const model = new DummyRegressor(given).fit(x, y, fitOptions);
  expect(largestRelativeError([model.constant], [constant])).toBeLessThan(1e-15);
  expect(model.predict(table({ a: [0, 0] }))).toEqual(Float64Array.of(model.constant, model.constant));
  const stored: unknown = JSON.parse(JSON.stringify(model));
  expect(dummyRegressorSchema.parse(stored)).toEqual(model.toJSON());
  expect(DummyRegressor.fromJSON(stored).predict(x)).toEqual(model.predict(x));
});

test("a weighted mean is that of rows repeated as often", () => {
  const rows = fc.array(fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat(4)), {
    minLength: 1,
  });
  fc.assert(
    fc.property(rows, (pairs) => {
      fc.pre(pairs.some(([, times]) => times > 0));
      const repeated = pairs.flatMap(([value, times]) => Array<number>(times).fill(value));
      const weighted = new DummyRegressor().fit(
        table({ a: pairs.map(() => 0) }),
        Float64Array.from(pairs, ([value]) => value),
        { sampleWeight: pairs.map(([, times]) => times) },
      );
      const plain = new DummyRegressor().fit(table({ a: repeated }), Float64Array.from(repeated));
      const size = Math.max(...repeated.map(Math.abs));
      expect(Math.abs(weighted.constant - plain.constant)).toBeLessThanOrEqual(1e-14 * size);
    }),
    { seed: 1 },
  );
});

test("bad calls are errors that name what was found", () => {
  expect(() => new DummyRegressor({ strategy: "quantile" })).toThrow(
    new InvalidParameterError("quantile", undefined, "a number from 0 to 1"),
  );
  expect(() => new DummyRegressor({ strategy: "constant", constant: Number.NaN })).toThrow(
    InvalidParameterError,
  );
  expect(() => new DummyRegressor().fit(table({ a: [1] }), ["1"])).toThrow(NotNumericError);
  expect(() => new DummyRegressor().fit(table({ a: [1, 2] }), Float64Array.of(1, Number.NaN))).toThrow(
    new NotFiniteError("y", 2, Number.NaN),
  );
  expect(() => new DummyRegressor().fit(table({ a: [] }), new Float64Array(0))).toThrow(ShapeError);
  expect(() => new DummyRegressor().predict(x)).toThrow(NotFittedError);
  expect(() => DummyRegressor.fromJSON({ estimator: "DummyClassifier" })).toThrow(InvalidModelError);
});
