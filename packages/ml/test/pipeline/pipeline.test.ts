import { table } from "arquero";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type Classifier,
  type Column,
  ColumnMismatchError,
  type Estimator,
  type FitOptions,
  LogisticRegression,
  NotFittedError,
  Pipeline,
  StandardScaler,
  type Table,
  type Transformer,
} from "../../src/index.js";
import { columnTransformer, customers, reference } from "../compose/customers.js";
import { largestRelativeError } from "../relative-error.js";

const { xTrain, xTest, yTrain } = customers;
const small = table({ a: Float64Array.of(1, 2, 3, 4), b: Float64Array.of(4, 1, 3, 2) });
const y = Float64Array.of(0, 1, 0, 1);

function classifier() {
  return new Pipeline([
    ["prepare", columnTransformer({ remainder: "passthrough", verboseFeatureNamesOut: true })],
    ["model", new LogisticRegression({ tol: 1e-12 })],
  ]);
}

describe("of a ColumnTransformer and a logistic regression", () => {
  test("gives scikit-learn's coefficients, probabilities and classes", () => {
    const pipeline = classifier().fit(xTrain, yTrain);

    const { coef, intercept, probabilities, predictions } = reference.model;
    expect(largestRelativeError(pipeline.last.coef[0], coef)).toBeLessThan(1e-9);
    expect(pipeline.last.intercept[0]).toBeCloseTo(intercept, 12);
    const [, positive] = pipeline.predictProba(xTest);
    expect(largestRelativeError(positive, probabilities)).toBeLessThan(1e-9);
    expect([...pipeline.predict(xTest)]).toEqual(predictions);
    expect(pipeline.classes).toEqual([0, 1]);
    expect(pipeline.featureNames).toEqual(["plan", "age", "region", "charge", "visits"]);
    expect([...pipeline.namedSteps.keys()]).toEqual(["prepare", "model"]);
  });
});

describe("of transformers", () => {
  test("transforms by one after another", () => {
    const twice = new Pipeline([
      ["one", new StandardScaler({ withStd: false })],
      ["two", new StandardScaler()],
    ]);

    const expected = new StandardScaler().fitTransform(small).objects();
    expect(twice.fit(small).transform(small).objects()).toEqual(expected);
    expect(twice.fitTransform(small).objects()).toEqual(expected);
    expect(twice.classes).toBeUndefined();
  });

  test("takes no part of a table with other columns, and nothing before the fit", () => {
    const pipeline = new Pipeline([["only", new StandardScaler()]]);
    expect(() => pipeline.transform(small)).toThrow(NotFittedError);
    expect(() => pipeline.toJSON()).toThrow(NotFittedError);
    expect(() => pipeline.fit(small).transform(small.select("b"))).toThrow(ColumnMismatchError);
  });
});

test("weights are for the last step", () => {
  let passed: FitOptions | undefined;
  class Recording extends LogisticRegression {
    override fit(x: Table, y: Column, options?: FitOptions): this {
      passed = options;
      return super.fit(x, y);
    }
  }
  const sampleWeight = [1, 2, 3, 4];

  new Pipeline([
    ["scale", new StandardScaler()],
    ["model", new Recording()],
  ]).fit(small, y, { sampleWeight });

  expect(passed?.sampleWeight).toBe(sampleWeight);
});

test("an estimator without a target is an error that names the step", () => {
  const pipeline = new Pipeline([["model", new LogisticRegression()]]);
  expect(() => pipeline.fit(small)).toThrow(
    'y: found none, expected a column for the step "model" to learn from.',
  );
});

test("a method that the last step does not have is a type error, and an error that names it", () => {
  const scaling = new Pipeline([["scale", new StandardScaler()]]).fit(small);
  const model = new Pipeline([["model", new LogisticRegression()]]).fit(small, y);

  // @ts-expect-error: its last step predicts nothing
  expect(() => scaling.predict(small)).toThrow(
    'Pipeline.predict: the last step: found "scale", a StandardScaler, which has no predict(), expected one that has predict().',
  );
  // @ts-expect-error: its last step has no classes
  expect(() => scaling.predictProba(small)).toThrow("has no predictProba()");
  // @ts-expect-error: its last step is no transformer
  expect(() => model.transform(small)).toThrow("has no transform()");
});

test("is itself a classifier or a transformer, as its last step is", () => {
  const scaling = new Pipeline([["scale", new StandardScaler()]]);
  const nested = new Pipeline([
    ["scaling", scaling],
    ["model", new Pipeline([["inner", new LogisticRegression()]])],
  ]);

  const asClassifier: Classifier = nested.fit(small, y);
  expectTypeOf(scaling).toExtend<Transformer>();
  expectTypeOf(scaling).not.toExtend<Classifier>();
  expectTypeOf(nested).toExtend<Estimator>();
  expectTypeOf(nested.predictProba(small)).toExtend<readonly Float64Array[]>();
  expectTypeOf(scaling.classes).toEqualTypeOf<undefined>();
  const direct = new LogisticRegression().fit(new StandardScaler().fitTransform(small), y);
  expect(asClassifier.predictProba(small)).toEqual(
    direct.predictProba(new StandardScaler().fitTransform(small)),
  );
  expect(asClassifier.classes).toEqual([0, 1]);
});

test("a pipeline of transformers within a pipeline needs no target", () => {
  const inner = new Pipeline([["scale", new StandardScaler()]]);
  const outer = new Pipeline([["inner", inner]]);
  expect(outer.fit(small).transform(small).objects()).toEqual(inner.transform(small).objects());
});

test("refuses a name that stands twice, and an object that does", () => {
  const scaler = new StandardScaler();
  const named = (first: string, second: StandardScaler) => () =>
    new Pipeline([
      [first, second],
      ["model", scaler],
    ]);
  expect(named("model", new StandardScaler())).toThrow('steps: found the name "model" twice');
  expect(named("scale", scaler)).toThrow('steps: found the same object as "scale" and "model"');
});
