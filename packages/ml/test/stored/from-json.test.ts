import { table } from "arquero";
import { expect, expectTypeOf, test } from "vitest";
import {
  CategoryImputer,
  type Classifier,
  ColumnTransformer,
  classifierFromJSON,
  DummyClassifier,
  DummyRegressor,
  estimatorFromJSON,
  InvalidModelError,
  LinearRegression,
  LogisticRegression,
  OneHotEncoder,
  Pipeline,
  type Regressor,
  Ridge,
  regressorFromJSON,
  SimpleImputer,
  StandardScaler,
  storedEstimatorSchema,
  type Transformer,
  transformerFromJSON,
} from "../../src/index.js";
import { columnTransformer, customers } from "../compose/customers.js";

const x = table({ a: Float64Array.of(1, 2, 3, 4), b: Float64Array.of(4, 1, 3, 2) });
const y = Float64Array.of(0, 1, 0, 1);
const texts = table({ plan: ["a", "", "b", "a"] });

const transformers: readonly Transformer[] = [
  new SimpleImputer().fit(x),
  new StandardScaler().fit(x),
  new CategoryImputer().fit(texts),
  new OneHotEncoder().fit(texts),
  new ColumnTransformer([["all", new StandardScaler(), "numeric"]]).fit(x),
  new Pipeline([["scale", new StandardScaler()]]).fit(x),
];

const classifiers: readonly Classifier[] = [
  new DummyClassifier().fit(x, y),
  new LogisticRegression().fit(x, y),
  new Pipeline([
    ["scale", new StandardScaler()],
    ["model", new LogisticRegression()],
  ]).fit(x, y),
];

const regressors: readonly Regressor[] = [
  new DummyRegressor().fit(x, y),
  new LinearRegression().fit(x, y),
  new Ridge().fit(x, y),
  new Pipeline([
    ["scale", new StandardScaler()],
    ["model", new DummyRegressor()],
  ]).fit(x, y),
];

const stored = (fitted: object): unknown => JSON.parse(JSON.stringify(fitted));
const named = <Kind extends Classifier | Regressor | Transformer>(list: readonly Kind[]) =>
  list.map((each): [string, Kind] => [each.toJSON().estimator, each]);

test.each(named(transformers))("a %s comes back as one that transforms alike", (_, fitted) => {
  const rows = "statistics" in fitted.toJSON() || "categories" in fitted.toJSON() ? undefined : x;
  for (const restored of [transformerFromJSON(stored(fitted)), estimatorFromJSON(stored(fitted))]) {
    expect(restored.constructor).toBe(fitted.constructor);
    expect(restored.toJSON()).toEqual(fitted.toJSON());
    if (rows !== undefined && "transform" in restored) {
      expect(restored.transform(rows).objects()).toEqual(fitted.transform(rows).objects());
    }
  }
});

test.each(named(classifiers))("a %s comes back as one that predicts alike", (_, fitted) => {
  const restored = classifierFromJSON(stored(fitted));
  expect(restored.constructor).toBe(fitted.constructor);
  expect(restored.predictProba(x)).toEqual(fitted.predictProba(x));
  expect(restored.classes).toEqual(fitted.classes);
  expect(restored.featureNames).toEqual(["a", "b"]);
  expect(estimatorFromJSON(stored(fitted)).toJSON()).toEqual(fitted.toJSON());
});

test.each(named(regressors))("a regressor, %s, comes back as one that predicts alike", (_, fitted) => {
  const restored = regressorFromJSON(stored(fitted));
  expect(restored.constructor).toBe(fitted.constructor);
  expect(restored.predict(x)).toEqual(fitted.predict(x));
  expect(estimatorFromJSON(stored(fitted)).toJSON()).toEqual(fitted.toJSON());
});

test("a pipeline of a ColumnTransformer of pipelines comes back whole, and its schema accepts it", () => {
  const { xTrain, yTrain, xTest } = customers;
  const fitted = new Pipeline([
    ["prepare", columnTransformer()],
    ["model", new LogisticRegression()],
  ]).fit(xTrain, yTrain);

  const restored = classifierFromJSON(stored(fitted));

  expect(restored.predictProba(xTest)).toEqual(fitted.predictProba(xTest));
  expect(restored.featureNames).toEqual(fitted.featureNames);
  expect(storedEstimatorSchema.parse(stored(fitted))).toEqual(fitted.toJSON());
});

test("what comes back has the type of its class", () => {
  const model = new LogisticRegression().fit(x, y);
  expectTypeOf(classifierFromJSON(model.toJSON())).toEqualTypeOf<LogisticRegression>();
  expectTypeOf(transformerFromJSON(new StandardScaler().fit(x).toJSON())).toEqualTypeOf<StandardScaler>();
  expectTypeOf(classifierFromJSON(stored(model))).toEqualTypeOf<Classifier>();
  expect(classifierFromJSON(model.toJSON()).coef).toEqual(model.coef);
});

test.each([
  ["classifier", () => classifierFromJSON(transformers[1]?.toJSON()), 'the estimator "StandardScaler"'],
  ["transformer", () => transformerFromJSON(classifiers[1]?.toJSON()), 'the estimator "LogisticRegression"'],
  ["regressor", () => regressorFromJSON(classifiers[2]?.toJSON()), 'the estimator "LogisticRegression"'],
  ["estimator", () => estimatorFromJSON({ estimator: "toString" }), 'the estimator "toString"'],
  ["estimator", () => estimatorFromJSON("model"), 'no "estimator"'],
  ["classifier", () => classifierFromJSON(transformers[5]?.toJSON()), 'the estimator "StandardScaler"'],
])("a %s is expected: another file is refused by what was found and what is known", (kind, read, found) => {
  expect(read).toThrow(InvalidModelError);
  expect(read).toThrow(
    new RegExp(
      `^This is not a stored ${kind} that this version can read\\.\nFound ${found}, expected one of: ([A-Z]\\w+, )*Pipeline(, [A-Z]\\w+)*\\.$`,
    ),
  );
});

test("a fault deep in a pipeline is named with its path", () => {
  const json = new Pipeline([["scale", new StandardScaler()]]).fit(x).toJSON();
  const [[name = "", scaler] = []] = json.steps;

  const bad = { ...json, steps: [[name, { ...scaler, mean: ["1", 2] }]] };

  expect(() => transformerFromJSON(bad)).toThrow("at steps[0][1].mean[0]");
});

test("a step of a class that is not this package's can be used, but not stored", () => {
  const own: Transformer = {
    fit() {
      return this;
    },
    transform: (rows) => rows,
    toJSON: () => ({ estimator: "Own" }),
  };
  const pipeline = new Pipeline([["own", own]]).fit(x);

  expect(pipeline.transform(x).objects()).toEqual(x.objects());
  expect(() => pipeline.toJSON()).toThrow(InvalidModelError);
});
