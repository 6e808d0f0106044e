import { table } from "arquero";
import { expect, test } from "vitest";
import {
  type Classifier,
  chooseThreshold,
  classifierFromJSON,
  crossValidate,
  crossValPredictProba,
  DummyClassifier,
  FixedThreshold,
  getScorer,
  InvalidModelError,
  InvalidParameterError,
  LogisticRegression,
  NotFittedError,
  TunedThreshold,
} from "../../src/index.js";
import { scaledDiabetes } from "../diabetes.js";

const { xTrain, yTrain, xTest, yTest } = scaledDiabetes();
const make = () => new LogisticRegression();
const rule = { by: "cost", falsePositive: 1, falseNegative: 5 } as const;

test("FixedThreshold: rows from the threshold on are positive, and the probabilities stay", () => {
  const model = new FixedThreshold({ classifier: make(), threshold: 0.3 }).fit(xTrain, yTrain);
  const [, positive = new Float64Array()] = make().fit(xTrain, yTrain).predictProba(xTest);
  expect(model.predictProba(xTest)[1]).toEqual(positive);
  expect(model.predict(xTest)).toEqual(positive.map((score) => (score >= 0.3 ? 1 : 0)));
  expect(model.classes).toEqual([0, 1]);
  expect(model.featureNames).toEqual(xTrain.columnNames());
});

test("TunedThreshold: the threshold is the best of the test rows of all folds, and the model is one of all rows", () => {
  const model = new TunedThreshold({ make, rule, cv: 4 }).fit(xTrain, yTrain);
  const [, outOfFold = []] = crossValPredictProba(make, xTrain, yTrain, { cv: 4 });
  const choice = chooseThreshold(yTrain, outOfFold, rule);
  expect(model.threshold).toBe(choice.threshold);
  expect(model.value).toBe(choice.value);
  expect(model.curve).toEqual(choice.curve);
  expect(model.threshold).toBeLessThan(0.3);
  expect(model.predictProba(xTest)).toEqual(make().fit(xTrain, yTrain).predictProba(xTest));
});

test("TunedThreshold: the choice can be made on validation rows of one's own", () => {
  const fitted = make().fit(xTrain, yTrain);
  const model = TunedThreshold.ofFitted(fitted, xTest, yTest, {
    rule: { by: "recall", atLeast: 0.9 },
    thresholds: 100,
  });
  const [, scores = []] = fitted.predictProba(xTest);
  expect(model.threshold).toBe(
    chooseThreshold(yTest, scores, { by: "recall", atLeast: 0.9 }, { thresholds: 100 }).threshold,
  );
  expect(getScorer("recall")(model, xTest, yTest)).toBeGreaterThanOrEqual(0.9);
});

test("classes that are texts are predicted as texts", () => {
  const labels = Array.from(yTrain, (label) => (label === 1 ? "yes" : "no"));
  const model = new TunedThreshold({ make, rule: { by: "f1" } }).fit(xTrain, labels);
  const { threshold } = new TunedThreshold({ make, rule: { by: "f1" } }).fit(xTrain, yTrain);
  expect(model.threshold).toBe(threshold);
  expect(model.predict(xTest)).toContain("yes");
  expect(model.predict(xTest)).toContain("no");
});

test.each([
  {
    name: "FixedThreshold",
    model: new FixedThreshold({ classifier: make(), threshold: 0.2 }).fit(xTrain, yTrain),
  },
  { name: "TunedThreshold", model: new TunedThreshold({ make, rule }).fit(xTrain, yTrain) },
])("$name: the stored form comes back with its classifier and its predictions", ({ name, model }) => {
  const json: unknown = JSON.parse(JSON.stringify(model));
  const restored: Classifier = classifierFromJSON(json);
  expect(restored.constructor.name).toBe(name);
  expect(restored.predict(xTest)).toEqual(model.predict(xTest));
  expect(JSON.parse(JSON.stringify(restored))).toEqual(json);
});

test("a stored form with an unknown classifier, and one with another threshold than a number, are errors", () => {
  const json = { ...new FixedThreshold({ classifier: make() }).fit(xTrain, yTrain).toJSON() };
  expect(() => FixedThreshold.fromJSON({ ...json, classifier: { estimator: "Oracle" } })).toThrow(
    InvalidModelError,
  );
  expect(() => FixedThreshold.fromJSON({ ...json, threshold: "low" })).toThrow(InvalidModelError);
  expect(() => TunedThreshold.fromJSON(json)).toThrow(InvalidModelError);
});

test("a stored form with a classifier of three classes, or of other columns, is an error", () => {
  const three = new DummyClassifier().fit(
    xTrain,
    Float64Array.from(yTrain, (_, row) => row % 3),
  );
  const fixed = new FixedThreshold({ classifier: make() }).fit(xTrain, yTrain).toJSON();
  const tuned = new TunedThreshold({ make, rule }).fit(xTrain, yTrain).toJSON();
  const reads: [object, (json: unknown) => unknown][] = [
    [fixed, (json) => FixedThreshold.fromJSON(json)],
    [tuned, (json) => TunedThreshold.fromJSON(json)],
  ];
  for (const [json, read] of reads) {
    const withThree = () => read({ ...json, classifier: three.toJSON() });
    expect(withThree).toThrow(InvalidModelError);
    expect(withThree).toThrow("classifier.classes: found 3 class(es): 0, 1, 2, expected two.");
    const withOthers = () => read({ ...json, featureNames: ["a"] });
    expect(withOthers).toThrow(InvalidModelError);
    expect(withOthers).toThrow(
      'featureNames: found ["a"], expected those of the classifier: ["Pregnancies",',
    );
  }
});

test("it is a classifier like others: it can be cross-validated, each fold with its own threshold", () => {
  const { testScores } = crossValidate(() => new TunedThreshold({ make, rule, cv: 3 }), xTrain, yTrain, {
    cv: 3,
    scoring: ["recall", "rocAuc"],
  });
  const plain = crossValidate(make, xTrain, yTrain, { cv: 3, scoring: ["recall", "rocAuc"] }).testScores;
  expect(testScores.rocAuc).toEqual(plain.rocAuc);
  testScores.recall.forEach((recall, fold) => {
    expect(recall).toBeGreaterThan(plain.recall[fold] ?? 1);
  });
});

test("a model that gives all rows the same probability has a threshold too", () => {
  const constant = () => new DummyClassifier({ strategy: "prior" });
  const x = table({ a: new Float64Array(8) });
  const y = Float64Array.of(0, 0, 0, 1, 0, 0, 0, 1);
  const model = new TunedThreshold({ make: constant, rule, cv: 2 }).fit(x, y);
  expect(model.threshold).toBe(0.25);
  expect(model.predict(x)).toEqual(new Float64Array(8).fill(1));
});

test("before fit, with other than two classes, and fitted again from a stored form, it says what is wrong", () => {
  const model = new TunedThreshold({ make, rule });
  expect(() => model.threshold).toThrow(NotFittedError);
  expect(() => new FixedThreshold({ classifier: make() }).predict(xTest)).toThrow(NotFittedError);
  const three = Float64Array.from(yTrain, (_, row) => row % 3);
  const dummy = () => new DummyClassifier({ strategy: "prior" });
  const expected =
    "y: found 3 class(es): 0, 1, 2, expected two classes, because a threshold divides one from the other.";
  expect(() => new TunedThreshold({ make: dummy, rule }).fit(xTrain, three)).toThrow(expected);
  expect(() => new FixedThreshold({ classifier: dummy() }).fit(xTrain, three)).toThrow(expected);
  expect(() => new FixedThreshold({ classifier: make(), threshold: Number.NaN })).toThrow(
    InvalidParameterError,
  );
  expect(() => new TunedThreshold({ make, rule: { by: "recall", atLeast: 0 } })).toThrow(
    InvalidParameterError,
  );
  const restored = TunedThreshold.fromJSON(JSON.parse(JSON.stringify(model.fit(xTrain, yTrain))));
  expect(() => restored.fit(xTrain, yTrain)).toThrow(
    "make: found none, expected one: make a new TunedThreshold to fit it again.",
  );
});
