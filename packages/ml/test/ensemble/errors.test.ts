import { table } from "arquero";
import { describe, expect, test } from "vitest";
import {
  ColumnMismatchError,
  HistGradientBoostingClassifier,
  HistGradientBoostingRegressor,
  InvalidParameterError,
  NotFiniteError,
  NotFittedError,
  NotNumericError,
  NotTextError,
  OneClassError,
  ShapeError,
} from "../../src/index.js";

const x = table({ a: Float64Array.of(1, 2, 3, 4), b: ["u", "v", "", "u"] });
const y = Float64Array.of(0, 1, 0, 1);
const fitted = () => new HistGradientBoostingClassifier().fit(x, y);

describe("fit", () => {
  test.each([
    [{ learningRate: 0 }, "learningRate: found 0, expected a finite number above 0."],
    [{ maxIter: 0 }, "maxIter: found 0, expected a whole number of at least 1."],
    [
      { maxLeafNodes: 1 },
      "maxLeafNodes: found 1, expected a whole number of at least 2, or null for no limit.",
    ],
    [{ maxDepth: 0.5 }, "maxDepth: found 0.5, expected a whole number of at least 1, or null for no limit."],
    [{ minSamplesLeaf: 0 }, "minSamplesLeaf: found 0, expected a whole number of at least 1."],
    [{ l2Regularization: -1 }, "l2Regularization: found -1, expected a finite number of at least 0."],
    [{ tol: Number.NaN }, "tol: found NaN, expected a finite number of at least 0."],
    [{ maxBins: 256 }, "maxBins: found 256, expected a whole number from 2 to 255."],
    [{ nIterNoChange: 0 }, "nIterNoChange: found 0, expected a whole number of at least 1."],
    [{ randomState: -1 }, "randomState: found -1, expected a whole number from 0 to 4294967295."],
    [{ validationFraction: 0 }, /^validationFraction: found 0, expected a fraction/],
  ])("refuses %o", (options, message) => {
    expect(() => new HistGradientBoostingClassifier(options)).toThrow(InvalidParameterError);
    expect(() => new HistGradientBoostingRegressor(options)).toThrow(message);
  });

  test("refuses one class, no row, no column and other lengths", () => {
    const model = new HistGradientBoostingClassifier();
    expect(() => model.fit(x, Float64Array.of(1, 1, 1, 1))).toThrow(OneClassError);
    expect(() => model.fit(x, Float64Array.of(0, 1))).toThrow(ShapeError);
    expect(() => model.fit(table({ a: new Float64Array(0) }), new Float64Array(0))).toThrow(ShapeError);
    expect(() => model.fit(table({}), y)).toThrow(ShapeError);
    expect(() => model.fit(x, y, { sampleWeight: [1, 2] })).toThrow("sampleWeight has 2 numbers for 4 rows");
  });

  test("refuses weights that are negative, not finite, or all 0", () => {
    const model = new HistGradientBoostingRegressor();
    expect(() => model.fit(x, y, { sampleWeight: [1, -2, 1, 1] })).toThrow(
      "sampleWeight, row 2 (counted from 1): found -2",
    );
    expect(() => model.fit(x, y, { sampleWeight: [1, 1, Number.NaN, 1] })).toThrow(
      "sampleWeight, row 3 (counted from 1): found NaN",
    );
    expect(() => model.fit(x, y, { sampleWeight: [0, 0, 0, 0] })).toThrow("a finite sum above 0");
  });

  test("refuses targets that are not finite numbers", () => {
    const model = new HistGradientBoostingRegressor();
    expect(() => model.fit(x, Float64Array.of(1, Number.NaN, 2, 3))).toThrow(NotFiniteError);
    expect(() => model.fit(x, ["a", "b", "c", "d"])).toThrow(NotNumericError);
    const counts = new HistGradientBoostingRegressor({ loss: "poisson" });
    expect(() => counts.fit(x, Float64Array.of(1, -1, 2, 3))).toThrow("y: found -1 in row 2");
    expect(() => counts.fit(x, new Float64Array(4))).toThrow("zeros only");
  });

  test("early stopping names its own options where rows are too few", () => {
    const fit = (options: object, target: Float64Array) => () =>
      new HistGradientBoostingClassifier({ earlyStopping: true, ...options }).fit(x, target);
    expect(fit({}, y)).toThrow(InvalidParameterError);
    expect(fit({}, y)).toThrow(
      "validationFraction: found 0.1, that is 1 of 4 rows, expected at least one row for each of the 2 classes",
    );
    expect(fit({}, Float64Array.of(0, 0, 0, 1))).toThrow(
      "earlyStopping: found 1 class(es) of one row, expected",
    );
    expect(fit({ validationFraction: 1.5 }, y)).toThrow("validationFraction: found 1.5, expected a fraction");
    expect(fit({ validationFraction: 4 }, y)).toThrow("some of the 4 row(s) to fit on");
    const one = table({ a: Float64Array.of(1) });
    const regressor = new HistGradientBoostingRegressor({ earlyStopping: true });
    expect(() => regressor.fit(one, Float64Array.of(1))).toThrow(
      "validationFraction: found 0.1, expected a fraction between 0 and 1, or a number of rows, that leaves some of the 1 row(s) to fit on; or null.",
    );
    expect(fit({ validationFraction: 0.5 }, y)).not.toThrow();
  });

  test("refuses more categories than bins, and columns that are not there", () => {
    const many = table({ code: Float64Array.from({ length: 300 }, (_, i) => i) });
    const target = Float64Array.from({ length: 300 }, (_, i) => i % 2);
    const fit = (name: string) =>
      new HistGradientBoostingClassifier({ categoricalFeatures: [name] }).fit(many, target);
    expect(() => fit("code")).toThrow('column "code": found 300 categories, expected at most 255');
    expect(() => fit("other")).toThrow('categoricalFeatures: found "other", expected names of columns');
    const infinite = table({ a: Float64Array.of(1, Number.POSITIVE_INFINITY, 1, 1) });
    const model = new HistGradientBoostingRegressor({ categoricalFeatures: ["a"] });
    expect(() => model.fit(infinite, y)).toThrow('column "a", row 2');
  });
});

describe("predict", () => {
  test("refuses a model that is not fitted", () => {
    expect(() => new HistGradientBoostingClassifier().predict(x)).toThrow(NotFittedError);
    expect(() => new HistGradientBoostingRegressor().predict(x)).toThrow(NotFittedError);
    expect(() => new HistGradientBoostingClassifier().toJSON()).toThrow(NotFittedError);
  });

  test("refuses other columns, and cells of another kind", () => {
    expect(() => fitted().predict(table({ b: ["u"], a: [1] }))).toThrow(ColumnMismatchError);
    expect(() => fitted().predict(table({ a: ["u"], b: ["u"] }))).toThrow(NotNumericError);
    expect(() => fitted().predict(table({ a: [1], b: [1] }))).toThrow(NotTextError);
  });
});
