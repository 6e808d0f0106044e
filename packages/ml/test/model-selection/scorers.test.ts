import { table } from "arquero";
import { expect, test } from "vitest";
import {
  getScorer,
  InvalidParameterError,
  isScorerName,
  type ScorerName,
  scorerNames,
} from "../../src/index.js";
import reference from "../fixtures/sklearn-search.json" with { type: "json" };
import { GivenClassifier, GivenRegressor } from "./given-answers.js";

const { binary, multiclass, regression } = reference.scorers;

/** scikit-learn's name in camelCase. */
function nameOf(snakeCase: string): ScorerName {
  const name = snakeCase.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  if (isScorerName(name)) return name;
  throw new Error(`There is no score ${name}.`);
}

const tableOf = (columns: readonly number[][]) =>
  table(columns.map((column, j): [string, Float64Array] => [`c${j}`, Float64Array.from(column)]));

test.each([
  { of: "two classes", given: binary, model: new GivenClassifier([0, 1]) },
  { of: "three classes", given: multiclass, model: new GivenClassifier([0, 1, 2]) },
  { of: "numbers", given: regression, model: new GivenRegressor() },
])("the scores of $of are those of scikit-learn", ({ given, model }) => {
  const x = tableOf(given.columns);
  const y = Float64Array.from(given.target);
  const scores = Object.keys(given.scores).map((name) => [name, getScorer(nameOf(name))(model, x, y)]);
  expect(Object.fromEntries(scores)).toEqual(
    Object.fromEntries(
      Object.entries(given.scores).map(([name, score]) => [name, expect.closeTo(score, 12)]),
    ),
  );
});

test("every score is compared with scikit-learn", () => {
  const compared = [binary, multiclass, regression].flatMap(({ scores }) => Object.keys(scores).map(nameOf));
  expect([...new Set(compared)].sort()).toEqual(scorerNames().sort());
});

test("the positive class of texts is the greater one", () => {
  const x = table({ no: Float64Array.of(0.9, 0.2, 0.4), yes: Float64Array.of(0.1, 0.8, 0.6) });
  const model = new GivenClassifier(["no", "yes"]);
  expect(getScorer("recall")(model, x, ["no", "yes", "yes"])).toBe(1);
  expect(getScorer("precision")(model, x, ["yes", "no", "yes"])).toBe(1 / 2);
  expect(getScorer("rocAuc")(model, x, ["no", "yes", "yes"])).toBe(1);
});

test("a score of one class is 0 where no row is of it, nor predicted so", () => {
  const x = table({ a: Float64Array.of(0.9), b: Float64Array.of(0.1) });
  expect(getScorer("f1")(new GivenClassifier([0, 1]), x, Float64Array.of(0))).toBe(0);
});

test("a score that does not fit the model is an error that says so", () => {
  const x = table({ a: Float64Array.of(0.2), b: Float64Array.of(0.3), c: Float64Array.of(0.5) });
  const y = Float64Array.of(1);
  expect(() => getScorer("f1")(new GivenClassifier([0, 1, 2]), x, y)).toThrow(
    "scoring: found 3 class(es), expected two classes; a score whose name says how it averages takes any number.",
  );
  expect(() => getScorer("negLogLoss")(new GivenRegressor(), x, y)).toThrow(
    "scoring: found a regressor, expected a classifier, which has probabilities.",
  );
  expect(() => getScorer("r2")(new GivenClassifier(["a", "b", "c"]), x, y)).toThrow(InvalidParameterError);
  expect(() => getScorer("r2")(new GivenRegressor(), x, ["a"])).toThrow(
    "scoring: found a target of texts, expected numbers; for classes use a score of classifiers.",
  );
});

test("an unknown score is an error that lists those there are", () => {
  // @ts-expect-error: auc is no score
  expect(() => getScorer("auc")).toThrow(
    /^scoring: found "auc", expected one of: accuracy, balancedAccuracy, /,
  );
});
