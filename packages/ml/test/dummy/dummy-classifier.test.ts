import { table } from "arquero";
import { expect, test } from "vitest";
import {
  ColumnMismatchError,
  DummyClassifier,
  type DummyClassifierOptions,
  dummyClassifierSchema,
  InvalidModelError,
  InvalidParameterError,
  NotFittedError,
  ShapeError,
} from "../../src/index.js";
import reference from "../fixtures/sklearn-dummy.json" with { type: "json" };
import { largestRelativeError } from "../relative-error.js";

const x = table({ a: reference.labels.map((_, i) => i) });
const many = table({ a: new Float64Array(40) });

/** Answers of scikit-learn 1.9.1 by fixtures/sklearn-dummy.py. */
const cases = reference.classifiers.map(({ options, sampleWeight, ...expected }) => {
  const { strategy, constant, random_state } = options;
  const given = {
    strategy: strategy === "most_frequent" ? "mostFrequent" : strategy,
    ...(constant === undefined ? {} : { constant }),
    ...(random_state === undefined ? {} : { randomState: random_state }),
  } as DummyClassifierOptions; // JSON's type of `strategy` is string
  const fitOptions = sampleWeight === null ? {} : { sampleWeight };
  return { name: `${strategy}${sampleWeight === null ? "" : ", weighted"}`, given, fitOptions, expected };
});

test.each(cases)(
  "predicts what scikit-learn does, draws included: $name",
  ({ given, fitOptions, expected }) => {
    const model = new DummyClassifier(given).fit(x, reference.labels, fitOptions);
    expect(model.classes).toEqual(["a", "b", "c"]);
    expect(largestRelativeError(model.classPrior, expected.classPrior)).toBeLessThan(1e-15);
    expect(model.predict(many)).toEqual(expected.predictions);
    const probabilities = model.predictProba(many);
    expect(probabilities).toHaveLength(3);
    probabilities.forEach((column, k) => {
      expect(largestRelativeError(column, expected.probabilities[k] ?? [])).toBeLessThan(1e-15);
    });
  },
);

test.each(cases)("its stored form predicts the same: $name", ({ given, fitOptions }) => {
  const model = new DummyClassifier(given).fit(x, reference.labels, fitOptions);
  const stored: unknown = JSON.parse(JSON.stringify(model));
  expect(dummyClassifierSchema.parse(stored)).toEqual(model.toJSON());
  const again = DummyClassifier.fromJSON(stored);
  expect(again.predict(many)).toEqual(model.predict(many));
  expect(again.predictProba(many)).toEqual(model.predictProba(many));
});

test("numbers as labels are predicted as numbers, and one class is enough", () => {
  const model = new DummyClassifier().fit(table({ a: [1, 2] }), Int32Array.of(7, 7));
  expect(model.predict(table({ a: [0, 0, 0] }))).toEqual(Float64Array.of(7, 7, 7));
  expect(model.predictProba(table({ a: [0] }))).toEqual([Float64Array.of(1)]);
});

test("columns of texts and of missing numbers are ignored", () => {
  const model = new DummyClassifier().fit(table({ a: ["u", ""], b: [Number.NaN, 1] }), ["yes", "yes"]);
  expect(model.predict(table({ a: ["w"], b: [Number.NaN] }))).toEqual(["yes"]);
});

test("without a seed the draws differ", () => {
  const model = new DummyClassifier({ strategy: "uniform" }).fit(x, reference.labels);
  const rows = table({ a: new Float64Array(200) });
  expect(model.predict(rows)).not.toEqual(model.predict(rows));
});

test("bad calls are errors that name what was found", () => {
  expect(() => new DummyClassifier({ strategy: "constant" })).toThrow(
    new InvalidParameterError("constant", undefined, 'a class, with the strategy "constant"'),
  );
  expect(() => new DummyClassifier({ strategy: "constant", constant: "d" }).fit(x, reference.labels)).toThrow(
    'constant: found "d", expected one of a, b, c.',
  );
  expect(() => new DummyClassifier().fit(table({ a: [] }), [])).toThrow(ShapeError);
  expect(() => new DummyClassifier().fit(x, ["a"])).toThrow(ShapeError);
  expect(() => new DummyClassifier().fit(x, reference.labels, { sampleWeight: [1] })).toThrow(ShapeError);
  expect(() =>
    new DummyClassifier().fit(table({ a: [1, 2] }), ["a", "b"], { sampleWeight: [1, -1] }),
  ).toThrow("sampleWeight, row 2 (counted from 1): found -1, expected a finite number of at least 0.");
  expect(() => new DummyClassifier().fit(table({ a: [1, 2] }), ["a", "b"], { sampleWeight: [0, 0] })).toThrow(
    "sampleWeight: found weights of sum 0, expected a finite sum above 0.",
  );
  expect(() => new DummyClassifier().predict(x)).toThrow(NotFittedError);
  const model = new DummyClassifier().fit(x, reference.labels);
  expect(() => model.predict(table({ b: [1] }))).toThrow(ColumnMismatchError);
  expect(() => DummyClassifier.fromJSON({ ...model.toJSON(), classPrior: [1] })).toThrow(InvalidModelError);
  expect(() => DummyClassifier.fromJSON({ ...model.toJSON(), strategy: "constant", constant: "d" })).toThrow(
    InvalidModelError,
  );
});
