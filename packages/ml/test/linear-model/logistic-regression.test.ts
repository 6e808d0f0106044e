import { table } from "arquero";
import { expect, test } from "vitest";
import {
  type ClassWeight,
  ColumnMismatchError,
  InvalidModelError,
  InvalidParameterError,
  LogisticRegression,
  type LogisticRegressionOptions,
  logisticRegressionSchema,
  NotFiniteError,
  NotFittedError,
  OneClassError,
  ShapeError,
} from "../../src/index.js";
import { reference, reference19, scaledDiabetes } from "../diabetes.js";
import { largestRelativeError } from "../relative-error.js";

const x = table({ a: [-2, -1, 0, 1, 2, 3], b: [1, 0, 1, 0, 1, 0] });
const y = Float64Array.of(0, 0, 1, 0, 1, 1);

test("finds scikit-learn's coefficients and probabilities to 1e-9", () => {
  const { xTrain, xTest, yTrain } = scaledDiabetes();
  const model = new LogisticRegression({ tol: 1e-12 }).fit(xTrain, yTrain);
  const [ofNegative, ofPositive] = model.predictProba(xTest);
  expect(largestRelativeError(model.coef[0], reference.newton_cholesky.coef)).toBeLessThan(1e-9);
  expect(largestRelativeError(model.intercept, [reference.newton_cholesky.intercept])).toBeLessThan(1e-9);
  expect(largestRelativeError(ofPositive, reference.probabilities)).toBeLessThan(1e-9);
  expect(
    largestRelativeError(
      ofNegative,
      reference.probabilities.map((p) => 1 - p),
    ),
  ).toBeLessThan(1e-9);
  expect([...model.predict(xTest)]).toEqual(reference.predictions);
});

test("stops at the default tol where scikit-learn stops, after as many steps", () => {
  const { xTrain, yTrain } = scaledDiabetes();
  const model = new LogisticRegression().fit(xTrain, yTrain);
  expect(model.nIter).toBe(reference19.default_tol.n_iter);
  expect(largestRelativeError(model.coef[0], reference19.default_tol.coef)).toBeLessThan(1e-12);
  expect(largestRelativeError(model.coef[0], reference.newton_cholesky.coef)).toBeLessThan(3e-5);
});

const variants = reference19.models.map(({ options, ...expected }) => {
  const { C, class_weight, fit_intercept } = options;
  const classWeight = class_weight as ClassWeight | undefined; // JSON's union type has optional keys
  const given: LogisticRegressionOptions = {
    ...(C === undefined ? {} : { C: Number(C) }),
    ...(classWeight === undefined ? {} : { classWeight }),
    ...(fit_intercept === undefined ? {} : { fitIntercept: fit_intercept }),
  };
  return { name: JSON.stringify(options), given, expected };
});

test.each(variants)("finds scikit-learn's coefficients with $name", ({ given, expected }) => {
  const { xTrain, yTrain } = scaledDiabetes();
  const model = new LogisticRegression({ ...given, tol: 1e-12 }).fit(xTrain, yTrain);
  expect(largestRelativeError(model.coef[0], expected.coef)).toBeLessThan(1e-9);
  expect(largestRelativeError(model.intercept, [expected.intercept])).toBeLessThan(1e-9);
  expect(model.nIter).toBe(expected.n_iter);
  expect(model.converged).toBe(true);
});

test("gives Wald's standard errors without a penalty", () => {
  const { xTrain, yTrain } = scaledDiabetes();
  const model = new LogisticRegression({ C: Number.POSITIVE_INFINITY, tol: 1e-12 }).fit(xTrain, yTrain);
  const errors = [...(model.standardErrors?.coef ?? []), model.standardErrors?.intercept ?? 0];
  expect(largestRelativeError(errors, reference19.wald_standard_errors)).toBeLessThan(1e-9);
});

test("labels may be texts: the greater one is the positive class", () => {
  const numbers = new LogisticRegression().fit(x, y);
  const texts = new LogisticRegression().fit(
    x,
    Array.from(y, (label) => (label === 1 ? "yes" : "no")),
  );
  expect(texts.classes).toEqual(["no", "yes"]);
  expect(texts.coef).toEqual(numbers.coef);
  expect(texts.predict(x)).toEqual([...numbers.predict(x)].map((label) => (label === 1 ? "yes" : "no")));
});

test("the decision function is the log-odds, and its sign the prediction", () => {
  const model = new LogisticRegression().fit(x, y);
  const [coefA = 0, coefB = 0] = model.coef[0];
  const [logOdds] = model.decisionFunction(table({ a: [3, -2], b: [1, 1] }));
  expect(logOdds[0]).toBeCloseTo(3 * coefA + coefB + model.intercept[0], 14);
  expect([...model.predict(table({ a: [3, -2], b: [1, 1] }))]).toEqual([1, 0]);
});

test("even odds are predicted as the negative class", () => {
  const symmetric = table({ a: [-1, 1, -1, 1] });
  const model = new LogisticRegression().fit(symmetric, Float64Array.of(0, 1, 0, 1));
  expect([...model.predict(table({ a: [0] }))]).toEqual([0]);
});

test("without an intercept it is 0", () => {
  const model = new LogisticRegression({ fitIntercept: false }).fit(x, y);
  expect(model.intercept).toEqual([0]);
  expect(model.standardErrors?.intercept).toBe(0);
});

test("separable classes converge thanks to the penalty", () => {
  const model = new LogisticRegression().fit(table({ a: [-2, -1, 1, 2] }), Float64Array.of(0, 0, 1, 1));
  expect(model.converged).toBe(true);
  expect(model.warnings).toEqual([]);
});

test("separable classes without a penalty give a warning and finite predictions", () => {
  const separable = table({ a: [-2, -1, 1, 2] });
  const warnings: string[] = [];
  const model = new LogisticRegression({
    C: Number.POSITIVE_INFINITY,
    tol: 1e-300,
    onWarning: (message) => warnings.push(message),
  }).fit(separable, Float64Array.of(0, 0, 1, 1));
  expect(warnings).toEqual(model.warnings);
  expect(warnings).toEqual([expect.stringMatching(/separate the classes perfectly/)]);
  expect(model.converged).toBe(false);
  expect(model.predictProba(separable)[1].every(Number.isFinite)).toBe(true);
  expect([...model.predict(separable)]).toEqual([0, 0, 1, 1]);
});

test("collinear columns share the coefficient under the penalty", () => {
  const model = new LogisticRegression().fit(table({ a: [-2, -1, 0, 1, 2, 3], b: [-2, -1, 0, 1, 2, 3] }), y);
  expect(model.coef[0][0]).toBeCloseTo(model.coef[0][1] ?? Number.NaN, 12);
  expect(model.warnings).toEqual([]);
});

test("collinear columns without a penalty give a warning and the same predictions as one of them", () => {
  const options = { C: Number.POSITIVE_INFINITY, tol: 1e-9 };
  const one = new LogisticRegression(options).fit(x.select("a"), y);
  const twice = table({ a: x.column("a") ?? [], c: x.column("a") ?? [] });
  const both = new LogisticRegression(options).fit(twice, y);
  expect(both.warnings[0]).toMatch(/The Hessian is singular at the solution: columns are collinear/);
  expect(both.standardErrors).toBeNull();
  expect(
    largestRelativeError(both.decisionFunction(twice)[0], one.decisionFunction(x.select("a"))[0]),
  ).toBeLessThan(1e-6);
});

test("too few steps give a warning, not an error", () => {
  const { xTrain, yTrain } = scaledDiabetes();
  const model = new LogisticRegression({ maxIter: 1 }).fit(xTrain, yTrain);
  expect(model.converged).toBe(false);
  expect(model.warnings[0]).toMatch(
    /^LogisticRegression did not converge in 1 iteration\(s\): max \|gradient\| is /,
  );
  expect(model.coef[0].every(Number.isFinite)).toBe(true);
});

test("columns near the largest number give a warning and finite coefficients", () => {
  const model = new LogisticRegression().fit(
    table({ a: [1e300, -1e300, 1e300, -2e300] }),
    Float64Array.of(0, 0, 1, 1),
  );
  expect(model.converged).toBe(false);
  expect([...model.coef[0], ...model.intercept].every(Number.isFinite)).toBe(true);
});

test("a column of zeros keeps its coefficient at 0", () => {
  const zeros = table({ a: x.column("a") ?? [], zero: [0, 0, 0, 0, 0, 0] });
  const model = new LogisticRegression({ C: Number.POSITIVE_INFINITY, tol: 1e-12 }).fit(zeros, y);
  const without = new LogisticRegression({ C: Number.POSITIVE_INFINITY, tol: 1e-12 }).fit(x.select("a"), y);
  expect(model.coef[0][1]).toBe(0);
  expect(model.coef[0][0]).toBeCloseTo(without.coef[0][0] ?? Number.NaN, 12);
  expect(model.converged).toBe(true);
});

test("columns that lie far from 0 keep their standard errors, and the intercept's is that at 0", () => {
  const near = table({ a: [-2, -1, 0, 1, 2, 3] });
  const far = table({ a: [-2, -1, 0, 1, 2, 3].map((value) => value + 1e6) });
  const options = { C: Number.POSITIVE_INFINITY, tol: 1e-12 };
  const atZero = new LogisticRegression(options).fit(near, y).standardErrors;
  const moved = new LogisticRegression(options).fit(far, y).standardErrors;
  const error = atZero?.coef[0] ?? Number.NaN;
  expect(moved?.coef[0]).toBeCloseTo(error, 9);
  // A million units away the intercept is as uncertain as a million slopes.
  expect((moved?.intercept ?? 0) / (1e6 * error)).toBeCloseTo(1, 5);
});

test("columns of very different scale converge", () => {
  const wide = table({ a: [-2e6, -1e6, 0, 1e6, 2e6, 3e6], b: [1e-6, 0, 1e-6, 0, 1e-6, 0] });
  const model = new LogisticRegression({ tol: 1e-8 }).fit(wide, y);
  expect(model.converged).toBe(true);
});

test("coefficients carry the names of their columns", () => {
  expect(new LogisticRegression().fit(x, y).featureNames).toEqual(["a", "b"]);
});

test("its JSON restores the same model", () => {
  const model = new LogisticRegression({ C: Number.POSITIVE_INFINITY, classWeight: "balanced" }).fit(x, y);
  const json: unknown = JSON.parse(JSON.stringify(model));
  expect(logisticRegressionSchema.parse(json)).toEqual(model.toJSON());
  const again = LogisticRegression.fromJSON(json);
  expect(again.decisionFunction(x)).toEqual(model.decisionFunction(x));
  expect(again.toJSON()).toEqual(model.toJSON());
});

test("a model from JSON can be fitted again with the same C", () => {
  const model = new LogisticRegression({ C: 0.5 }).fit(x, y);
  expect(LogisticRegression.fromJSON(model.toJSON()).fit(x, y).coef).toEqual(model.coef);
});

test.each([
  ["another version", { formatVersion: 2 }],
  ["a surplus field", { script: "x" }],
  ["fewer coefficients than columns", { coef: [1] }],
  ["three classes", { classes: [0, 1, 2] }],
  ["a class twice", { classes: ["p", "p"] }],
  ["classes in another order", { classes: ["p", "n"] }],
  ["a coefficient that is not a number", { coef: [1, "2"] }],
])("refuses a stored model with %s", (_, change) => {
  const json = { ...new LogisticRegression().fit(x, y).toJSON(), ...change };
  expect(() => LogisticRegression.fromJSON(json)).toThrow(InvalidModelError);
});

test("names column and row of a NaN, in fit and in predict", () => {
  const bad = table({ a: [1, 2], b: [1, Number.NaN] });
  expect(() => new LogisticRegression().fit(bad, Float64Array.of(0, 1))).toThrow(
    new NotFiniteError("b", 2, Number.NaN),
  );
  expect(() => new LogisticRegression().fit(x, y).predict(bad)).toThrow(
    new NotFiniteError("b", 2, Number.NaN),
  );
});

test("refuses one class, and names it", () => {
  expect(() => new LogisticRegression().fit(x, ["no", "no", "no", "no", "no", "no"])).toThrow(OneClassError);
  expect(() => new LogisticRegression().fit(x, new Float64Array(6))).toThrow(/found the one class 0/);
});

test.each([
  ["another number of labels than rows", x, Float64Array.of(0, 1)],
  ["no rows", table({ a: [] }), new Float64Array()],
  ["no columns", table({}), Float64Array.of(0, 1)],
])("refuses %s", (_, features, labels) => {
  expect(() => new LogisticRegression().fit(features, labels)).toThrow(ShapeError);
});

test("refuses a table with other columns than it was fitted on", () => {
  const model = new LogisticRegression().fit(x, y);
  expect(() => model.predict(table({ a: [1], c: [1] }))).toThrow(ColumnMismatchError);
});

test("refuses to predict before it is fitted", () => {
  expect(() => new LogisticRegression().predict(x)).toThrow(NotFittedError);
  expect(() => new LogisticRegression().coef).toThrow(NotFittedError);
});

test.each([{ C: 0 }, { C: -1 }, { C: Number.NaN }, { tol: 0 }, { maxIter: 0 }, { maxIter: 1.5 }])(
  "refuses the options %o",
  (options) => {
    expect(() => new LogisticRegression(options)).toThrow(InvalidParameterError);
  },
);

test("refuses an unknown solver", () => {
  // @ts-expect-error: nor does it compile
  expect(() => new LogisticRegression({ solver: "lbfgs" })).toThrow(/solver: found "lbfgs"/);
});
