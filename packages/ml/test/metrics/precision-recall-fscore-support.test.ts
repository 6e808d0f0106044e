import fc from "fast-check";
import { expect, test } from "vitest";
import { InvalidParameterError, precisionRecallFscoreSupport, ShapeError } from "../../src/index.js";
import { reference19 } from "../diabetes.js";
import { largestRelativeError } from "../relative-error.js";

const yTrue = [0, 0, 0, 0, 1, 1, 1];
const yPred = [0, 0, 1, 1, 1, 1, 0];

test("precision is the share of the predictions, recall of the class", () => {
  const scores = precisionRecallFscoreSupport(yTrue, yPred);
  expect(scores.labels).toEqual([0, 1]);
  expect(scores.precision).toEqual([2 / 3, 2 / 4]);
  expect(scores.recall).toEqual([2 / 4, 2 / 3]);
  expect(scores.fscore).toEqual([4 / 7, 4 / 7]);
  expect(scores.support).toEqual([4, 3]);
});

test("beta above 1 counts recall for more", () => {
  // F2 = 5 · tp / (5 · tp + 4 · fn + fp)
  const { fscore } = precisionRecallFscoreSupport(yTrue, yPred, { beta: 2 });
  expect(fscore[0]).toBeCloseTo(10 / (10 + 8 + 1), 15);
  expect(fscore[1]).toBeCloseTo(10 / (10 + 4 + 2), 15);
});

test.each(["macro", "weighted", "micro"] as const)("averages as scikit-learn does: %s", (average) => {
  const { y_true, y_pred, [average]: expected } = reference19.prf;
  const { precision, recall, fscore, support } = precisionRecallFscoreSupport(y_true, y_pred, {
    average,
    beta: 2,
  });
  expect(largestRelativeError([precision, recall, fscore], expected)).toBeLessThan(1e-15);
  expect(support).toBe(7);
});

test("scores without rows are 0", () => {
  const { precision, recall, fscore } = precisionRecallFscoreSupport(["a", "a"], ["b", "a"]);
  expect([precision, recall, fscore]).toEqual([
    [1, 0],
    [0.5, 0],
    [2 / 3, 0],
  ]);
});

test("scores lie between 0 and 1, and F1 between precision and recall", () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(pairs, (rows) => {
      const scores = precisionRecallFscoreSupport(
        rows.map(([label]) => label),
        rows.map(([, label]) => label),
      );
      scores.fscore.forEach((f, i) => {
        const [p = -1, r = -1] = [scores.precision[i], scores.recall[i]];
        expect(Math.min(p, r)).toBeGreaterThanOrEqual(0);
        expect(Math.max(p, r)).toBeLessThanOrEqual(1);
        expect(f).toBeGreaterThanOrEqual(Math.min(p, r) - 1e-15);
        expect(f).toBeLessThanOrEqual(Math.max(p, r) + 1e-15);
      });
    }),
  );
});

test("precision and recall change places with truth and prediction", () => {
  const forth = precisionRecallFscoreSupport(yTrue, yPred);
  const back = precisionRecallFscoreSupport(yPred, yTrue);
  expect(back.precision).toEqual(forth.recall);
  expect(back.fscore).toEqual(forth.fscore);
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuses beta %d", (beta) => {
  expect(() => precisionRecallFscoreSupport(yTrue, yPred, { beta })).toThrow(InvalidParameterError);
});

test("refuses different lengths", () => {
  expect(() => precisionRecallFscoreSupport([0], [0, 1])).toThrow(ShapeError);
});
