import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  accuracyScore,
  averagePrecisionScore,
  balancedAccuracyScore,
  brierScoreLoss,
  f1Score,
  fbetaScore,
  InvalidParameterError,
  logLoss,
  precisionRecallFscoreSupport,
  rocAucScore,
  ShapeError,
} from "../../src/index.js";
import answers from "../fixtures/multiclass-regression-metrics.json" with { type: "json" };
import { largestRelativeError } from "../relative-error.js";

function expectClose(found: number | ArrayLike<number>, expected: number | ArrayLike<number>): void {
  const list = (value: number | ArrayLike<number>) => (typeof value === "number" ? [value] : value);
  expect(largestRelativeError(list(found), list(expected))).toBeLessThan(1e-12);
}

describe.each(answers.multiclass)("on $name, scikit-learn's", ({ y, prob, predicted, weight, ...answer }) => {
  test.each(["ovr", "ovo"] as const)("area under the ROC curve, %s", (multiClass) => {
    for (const average of ["macro", "weighted"] as const) {
      const expected = answer.auc[`${multiClass} ${average}`];
      expectClose(rocAucScore(y, prob, { multiClass, average }), expected);
    }
    expectClose(rocAucScore(y, prob, { multiClass }), answer.auc[`${multiClass} macro`]);
  });

  test("area and average precision of each class, and the mean precision", () => {
    expectClose(rocAucScore(y, prob, { multiClass: "ovr", average: null }), answer.aucOfClasses);
    expectClose(averagePrecisionScore(y, prob, { average: null }), answer.averagePrecisionOfClasses);
    expectClose(averagePrecisionScore(y, prob), answer.averagePrecision.macro);
    expectClose(averagePrecisionScore(y, prob, { average: "weighted" }), answer.averagePrecision.weighted);
  });

  test("losses, with and without weights", () => {
    expectClose(logLoss(y, prob), answer.logLoss);
    expectClose(brierScoreLoss(y, prob), answer.brier);
    expectClose(logLoss(y, prob, { sampleWeight: weight }), answer.weighted.logLoss);
    expectClose(brierScoreLoss(y, prob, { sampleWeight: weight }), answer.weighted.brier);
  });

  test("scores of the predicted classes, with and without weights", () => {
    const sampleWeight = weight;
    expectClose(balancedAccuracyScore(y, predicted), answer.balancedAccuracy);
    expectClose(balancedAccuracyScore(y, predicted, { adjusted: true }), answer.adjusted);
    for (const average of ["macro", "weighted", "micro"] as const) {
      expectClose(f1Score(y, predicted, { average }), answer.f1[average]);
    }
    expectClose(fbetaScore(y, predicted, { beta: 0.5, average: "macro" }), answer.f05);
    expectClose(accuracyScore(y, predicted, { sampleWeight }), answer.weighted.accuracy);
    expectClose(balancedAccuracyScore(y, predicted, { sampleWeight }), answer.weighted.balancedAccuracy);
    expectClose(f1Score(y, predicted, { average: "weighted", sampleWeight }), answer.weighted.f1);
    expectClose(precisionRecallFscoreSupport(y, predicted, { sampleWeight }).recall, answer.weighted.recall);
  });

  test("areas do not change with the names of the classes", () => {
    const names = y.map((code) => `class ${code}`);
    expect(rocAucScore(names, prob, { multiClass: "ovo" })).toBe(rocAucScore(y, prob, { multiClass: "ovo" }));
  });
});

describe.each(answers.binary)("on $name, scikit-learn's", ({ y, score, weight, ...answer }) => {
  const predicted = score.map((value) => Number(value >= 0.5));

  test("F scores", () => {
    expectClose(f1Score(y, predicted), answer.f1);
    expectClose(fbetaScore(y, predicted, { beta: 2 }), answer.f2);
    expectClose(f1Score(y, predicted, { posLabel: 0 }), answer.f1OfZero);
  });

  test("weighted scores and losses", () => {
    const sampleWeight = weight;
    expectClose(accuracyScore(y, predicted, { sampleWeight }), answer.weighted.accuracy);
    expectClose(balancedAccuracyScore(y, predicted, { sampleWeight }), answer.weighted.balancedAccuracy);
    expectClose(f1Score(y, predicted, { sampleWeight }), answer.weighted.f1);
    expectClose(logLoss(y, score, { sampleWeight }), answer.weighted.logLoss);
    expectClose(brierScoreLoss(y, score, { sampleWeight }), answer.weighted.brier);
  });

  test("two columns of probabilities have the losses and the area of one", () => {
    const both = [score.map((value) => 1 - value), score];
    expect(logLoss(y, both)).toBeCloseTo(logLoss(y, score), 12);
    expect(brierScoreLoss(y, both)).toBeCloseTo(brierScoreLoss(y, score), 12);
    expect(rocAucScore(y, both, { multiClass: "ovr" })).toBeCloseTo(rocAucScore(y, score), 12);
  });
});

const three = [
  [0.5, 0.25, 0.25, 0.125],
  [0.25, 0.5, 0.25, 0.125],
  [0.25, 0.25, 0.5, 0.75],
];

test("a class without rows has no area, and does not count where classes weigh by rows", () => {
  const labels = ["a", "b", "c"];
  const y = ["a", "b", "b", "a"];
  const areas = rocAucScore(y, three, { multiClass: "ovr", average: null, labels });
  expect(areas[2]).toBeNaN();
  expect(rocAucScore(y, three, { multiClass: "ovr", labels })).toBeNaN();
  expect(rocAucScore(y, three, { multiClass: "ovr", average: "weighted", labels })).toBeCloseTo(
    ((areas[0] ?? 0) + (areas[1] ?? 0)) / 2,
    12,
  );
  expect(averagePrecisionScore(y, three, { average: null, labels })[2]).toBeNaN();
  expect(logLoss(["a"], [[0.5], [0.25], [0.25]], { labels })).toBe(Math.log(2));
});

test("refuses scores that do not match the classes", () => {
  const y = ["a", "b", "c", "a"];
  const area = (scores: number[][], labels?: string[]) =>
    rocAucScore(y, scores, { multiClass: "ovr", labels });
  expect(() => area(three.slice(0, 2))).toThrow(ShapeError);
  expect(() => area([[1], [0], [0]])).toThrow("scores of 1, 1, 1 rows");
  expect(() => area(three, ["c", "b", "a"])).toThrow("each label once, ascending");
  expect(() => area(three, ["a", "b", "d"])).toThrow('yTrue, row 3 (counted from 1): found "c"');
  expect(() => area(three.map((column) => column.map((value) => value / 2)))).toThrow("a sum of 0.5");
  expect(() => logLoss(y, [[2, 0, 0, 0], ...three.slice(1)])).toThrow("a number from 0 to 1");
  expect(() => rocAucScore([], [[], []], { multiClass: "ovr" })).toThrow(ShapeError);
  // @ts-expect-error the scores of classes need a way of comparing them
  expect(() => rocAucScore(y, three)).toThrow('multiClass: found undefined, expected "ovr" or "ovo"');
  // @ts-expect-error one number for each row needs none
  expect(() => rocAucScore([0, 1], [0, 1], { multiClass: "ovr" })).toThrow(InvalidParameterError);
});

test("F1 of one class refuses three, and a class that is not there", () => {
  expect(() => f1Score([0, 1, 2], [0, 1, 1])).toThrow('average: found "binary"');
  expect(() => f1Score([0, 1], [0, 1], { posLabel: 2 })).toThrow("posLabel: found 2");
  expect(() => f1Score([1, 1], [1, 1])).toThrow("one of the classes 1");
  expect(f1Score([1, 1], [1, 1], { posLabel: 1 })).toBe(1);
});

test("balanced accuracy leaves out a class that was only predicted", () => {
  expect(balancedAccuracyScore(["a", "b", "b"], ["a", "b", "c"])).toBe(0.75);
});

test("equal weights change nothing", () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 9 }), (pairs, weight) => {
      const [y, predicted] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
      const sampleWeight = pairs.map(() => weight);
      expect(accuracyScore(y, predicted, { sampleWeight })).toBeCloseTo(accuracyScore(y, predicted), 12);
      expect(balancedAccuracyScore(y, predicted, { sampleWeight })).toBeCloseTo(
        balancedAccuracyScore(y, predicted),
        12,
      );
    }),
    { seed: 17 },
  );
});
